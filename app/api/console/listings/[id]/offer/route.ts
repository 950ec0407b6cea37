import { answerWritten } from "@/lib/http/answer-written";
import { handler } from "@/lib/http/handler";
import { readListing, VERSIONED } from "@/lib/http/listing-request";
import { requirePerson } from "@/lib/http/signed-in";
import { goUnderOffer } from "@/lib/listings/commands";
import { listingNamed } from "@/lib/listings/listing-named";

type Context = RouteContext<"/api/console/listings/[id]/offer">;

export const POST = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  const id = listingNamed((await params).id);
  const { version } = await readListing(request, VERSIONED);
  return answerWritten(await goUnderOffer(id, person, { expectedVersion: version }));
});
