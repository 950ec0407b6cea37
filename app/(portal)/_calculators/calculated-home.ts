import { JURISDICTIONS, type Jurisdiction } from "@/lib/calculators/duty-schedule";
import type { Listing } from "@/lib/listings/listing";

/** What the calculators begin with. */
export type CalculatedHome = {
  readonly jurisdiction: Jurisdiction;
  /** Whole dollars; null where none is said, to be put in. */
  readonly priceDollars: number | null;
  readonly isMiddle: boolean;
};

type Priced = Pick<Listing, "offer" | "status" | "price" | "locality">;

/** A home that can be bought in an Australian state or territory; null for any other: rates and habits are those of Australia. */
export function calculatedHome({ offer, status, price, locality }: Priced): CalculatedHome | null {
  const jurisdiction = JURISDICTIONS.find((each) => each === locality.region.slug);
  const isForSale = offer === "sale" && status !== "sold" && price.currency === "AUD";
  if (jurisdiction === undefined || !isForSale) return null;
  const low = price.low ?? price.high;
  const high = price.high ?? low;
  if (low === null || high === null || high < 1) return { jurisdiction, priceDollars: null, isMiddle: false };
  return { jurisdiction, priceDollars: Math.round((low + high) / 2), isMiddle: low !== high };
}
