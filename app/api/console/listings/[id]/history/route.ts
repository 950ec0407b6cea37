import { z } from "zod";
import { handler } from "@/lib/http/handler";
import { parseParameters } from "@/lib/http/parameters";
import { answerPrivately } from "@/lib/http/private-answer";
import { requirePerson } from "@/lib/http/signed-in";
import { EntryId } from "@/lib/listings/entry-id";
import { findHistory } from "@/lib/listings/listing-history";
import { listingNamed } from "@/lib/listings/listing-named";

const limitError = "It must be a number from 1 to 100.";
const PAGE = {
  before: EntryId.optional(),
  limit: z.coerce.number(limitError).int(limitError).min(1, limitError).max(100, limitError).default(30),
};

export const GET = handler(
  async (request, { params }: RouteContext<"/api/console/listings/[id]/history">) => {
    const person = await requirePerson(request);
    const id = listingNamed((await params).id);
    const page = parseParameters(new URL(request.url).searchParams, PAGE);
    return answerPrivately(await findHistory(id, person, page));
  },
);
