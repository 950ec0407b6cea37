import { answerWritten } from "@/lib/http/answer-written";
import { handler } from "@/lib/http/handler";
import { readListing } from "@/lib/http/listing-request";
import { parseParameters } from "@/lib/http/parameters";
import { answerPrivately } from "@/lib/http/private-answer";
import { requirePerson } from "@/lib/http/signed-in";
import { createListing } from "@/lib/listings/commands";
import { searchCurrentListings } from "@/lib/listings/console-queries";
import { CONSOLE_SEARCH } from "@/lib/listings/console-search";
import { ListingInput } from "@/lib/listings/listing-input";

export const GET = handler(async (request) => {
  const person = await requirePerson(request);
  const search = parseParameters(new URL(request.url).searchParams, CONSOLE_SEARCH);
  return answerPrivately(await searchCurrentListings(search, person));
});

export const POST = handler(async (request) => {
  const person = await requirePerson(request);
  const listing = await createListing(await readListing(request, ListingInput), person);
  const answer = answerWritten(listing, 201);
  answer.headers.set("Location", `/api/console/listings/${listing.id}`);
  return answer;
});
