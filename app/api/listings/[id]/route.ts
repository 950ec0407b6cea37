import { AppError } from "@/lib/errors";
import { PUBLIC } from "@/lib/http/cache-control";
import { handler } from "@/lib/http/handler";
import { ListingId } from "@/lib/listings/listing";
import { findGoneListing, getListing } from "@/lib/listings/queries";

export const GET = handler(async (_request, { params }: RouteContext<"/api/listings/[id]">) => {
  const { id: asked } = await params;
  const id = /^[1-9]\d*$/.test(asked) ? ListingId.safeParse(asked).data : undefined;
  if (id === undefined)
    throw new AppError("not_found", `There is no listing "${asked.slice(0, 40)}": an id is a whole number.`);
  const listing = await getListing(id);
  if (listing) return Response.json(listing, { headers: { "Cache-Control": PUBLIC } });
  const gone = await findGoneListing(id);
  if (gone) throw new AppError("gone", `Listing ${id} has been ${gone.status}.`);
  throw new AppError("not_found", `There is no listing ${id}.`);
});
