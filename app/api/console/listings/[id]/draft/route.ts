import { handler } from "@/lib/http/handler";
import { readListing } from "@/lib/http/listing-request";
import { answerPrivately, doneWith } from "@/lib/http/private-answer";
import { requirePerson } from "@/lib/http/signed-in";
import { discardDraft, keepDraft } from "@/lib/listings/draft-commands";
import { findDraft } from "@/lib/listings/draft-queries";
import { DraftOfListing } from "@/lib/listings/listing-draft";
import { listingNamed } from "@/lib/listings/listing-named";

type Context = RouteContext<"/api/console/listings/[id]/draft">;

export const GET = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  return answerPrivately({ draft: await findDraft(listingNamed((await params).id), person) });
});

export const PUT = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  const id = listingNamed((await params).id);
  return answerPrivately({ draft: await keepDraft(id, await readListing(request, DraftOfListing), person) });
});

export const DELETE = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  await discardDraft(listingNamed((await params).id), person);
  return doneWith();
});
