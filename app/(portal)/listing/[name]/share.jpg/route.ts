import { sharedTexts } from "@/app/(portal)/_listing/listing-summary";
import { listingIdIn } from "@/app/(portal)/_listing/named-listing";
import { AppError } from "@/lib/errors";
import { PUBLIC } from "@/lib/http/cache-control";
import { handler } from "@/lib/http/handler";
import { makeSharePicture } from "@/lib/http/media/make-share-picture";
import { listingPath } from "@/lib/listings/listing-path";
import { getListing } from "@/lib/listings/queries";
import { sharePicturePath } from "@/lib/listings/share-picture-path";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/listing/[name]/share.jpg">;

export const GET = handler(async (_request, { params }: Context) => {
  const { name } = await params;
  const id = listingIdIn(name);
  const listing = id === null ? null : await getListing(id);
  if (listing === null) throw new AppError("not_found", "There is no such listing.");
  const path = sharePicturePath(listingPath(listing));
  if (path !== sharePicturePath(`/listing/${name}`))
    return new Response(null, { status: 308, headers: { Location: path, "Cache-Control": "no-store" } });
  const picture = await makeSharePicture(listing, sharedTexts(listing));
  return new Response(new Uint8Array(picture), {
    headers: { "Content-Type": "image/jpeg", "Cache-Control": PUBLIC },
  });
});
