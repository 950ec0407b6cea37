import { AppError } from "@/lib/errors";
import { ListingId } from "@/lib/listings/listing";

/** The id that an address names. AppError not_found for what is no whole number, or another spelling of one. */
export function listingNamed(name: string): ListingId {
  const id = /^[1-9]\d*$/.test(name) ? ListingId.safeParse(name).data : undefined;
  if (id !== undefined) return id;
  throw new AppError("not_found", `There is no listing "${name.slice(0, 40)}": an id is a whole number.`);
}
