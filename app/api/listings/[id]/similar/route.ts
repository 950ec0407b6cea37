import { AppError } from "@/lib/errors";
import { PUBLIC } from "@/lib/http/cache-control";
import { handler } from "@/lib/http/handler";
import { parseParameters } from "@/lib/http/parameters";
import { listingNamed } from "@/lib/listings/listing-named";
import { findSimilarListings } from "@/lib/listings/similar-queries";

export const GET = handler(async (request, { params }: RouteContext<"/api/listings/[id]/similar">) => {
  const id = listingNamed((await params).id);
  parseParameters(new URL(request.url).searchParams, {});
  const items = await findSimilarListings(id);
  if (!items) throw new AppError("not_found", `There is no listing ${id}.`);
  return Response.json({ items }, { headers: { "Cache-Control": PUBLIC } });
});
