import { handler } from "@/lib/http/handler";
import { answerPrivately } from "@/lib/http/private-answer";
import { requirePerson } from "@/lib/http/signed-in";
import { listingNamed } from "@/lib/listings/listing-named";
import { previewListing } from "@/lib/listings/preview";

export const GET = handler(
  async (request, { params }: RouteContext<"/api/console/listings/[id]/preview">) => {
    const person = await requirePerson(request);
    return answerPrivately(await previewListing(listingNamed((await params).id), person));
  },
);
