import { handler } from "@/lib/http/handler";
import { readListing } from "@/lib/http/listing-request";
import { answerPrivately, doneWith } from "@/lib/http/private-answer";
import { requirePerson } from "@/lib/http/signed-in";
import { discardNewDraft, replaceNewDraft } from "@/lib/listings/draft-commands";
import { findNewDraft } from "@/lib/listings/draft-queries";
import { DraftOfNew, draftNamed } from "@/lib/listings/listing-draft";

type Context = RouteContext<"/api/console/drafts/[draftId]">;

export const GET = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  return answerPrivately({ draft: await findNewDraft(draftNamed((await params).draftId), person) });
});

export const PUT = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  const id = draftNamed((await params).draftId);
  return answerPrivately({
    draft: await replaceNewDraft(id, await readListing(request, DraftOfNew), person),
  });
});

export const DELETE = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  await discardNewDraft(draftNamed((await params).draftId), person);
  return doneWith();
});
