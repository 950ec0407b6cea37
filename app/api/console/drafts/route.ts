import { handler } from "@/lib/http/handler";
import { readListing } from "@/lib/http/listing-request";
import { answerPrivately } from "@/lib/http/private-answer";
import { requirePerson } from "@/lib/http/signed-in";
import { keepNewDraft } from "@/lib/listings/draft-commands";
import { findNewDrafts } from "@/lib/listings/draft-queries";
import { DraftOfNew } from "@/lib/listings/listing-draft";

export const GET = handler(async (request) => {
  const person = await requirePerson(request);
  return answerPrivately({ drafts: await findNewDrafts(person) });
});

export const POST = handler(async (request) => {
  const person = await requirePerson(request);
  return answerPrivately(
    { draft: await keepNewDraft(await readListing(request, DraftOfNew), person) },
    { status: 201 },
  );
});
