import { answerWritten } from "@/lib/http/answer-written";
import { handler } from "@/lib/http/handler";
import { requirePerson } from "@/lib/http/signed-in";
import { entryNamed } from "@/lib/listings/entry-id";
import { listingNamed } from "@/lib/listings/listing-named";
import { reverseChange } from "@/lib/listings/reverse-change";

type Context = RouteContext<"/api/console/listings/[id]/history/[entryId]/reversal">;

/** Needs no version: it is refused unless the fields still are as the change left them. */
export const POST = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  const { id, entryId } = await params;
  return answerWritten(await reverseChange(listingNamed(id), entryNamed(entryId), person));
});
