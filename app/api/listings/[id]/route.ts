import { AppError } from "@/lib/errors";
import { PUBLIC } from "@/lib/http/cache-control";
import { handler } from "@/lib/http/handler";
import { listingNamed } from "@/lib/listings/listing-named";
import { findGoneListing, getListing } from "@/lib/listings/queries";

export const GET = handler(async (_request, { params }: RouteContext<"/api/listings/[id]">) => {
  const id = listingNamed((await params).id);
  const listing = await getListing(id);
  if (listing) return Response.json(listing, { headers: { "Cache-Control": PUBLIC } });
  const gone = await findGoneListing(id);
  if (gone) throw new AppError("gone", `Listing ${id} has been ${gone.status}.`);
  throw new AppError("not_found", `There is no listing ${id}.`);
});
