import { answerWritten } from "@/lib/http/answer-written";
import { handler } from "@/lib/http/handler";
import { readListing, VERSION_TEXT, VERSIONED } from "@/lib/http/listing-request";
import { parseParameters } from "@/lib/http/parameters";
import { requirePerson } from "@/lib/http/signed-in";
import { publish, withdraw } from "@/lib/listings/commands";
import { listingNamed } from "@/lib/listings/listing-named";

type Context = RouteContext<"/api/console/listings/[id]/publication">;

export const POST = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  const id = listingNamed((await params).id);
  const { version } = await readListing(request, VERSIONED);
  return answerWritten(await publish(id, person, { expectedVersion: version }));
});

/** Takes it off show. A DELETE carries no body: the version stands in the address. */
export const DELETE = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  const id = listingNamed((await params).id);
  const { version } = parseParameters(new URL(request.url).searchParams, { version: VERSION_TEXT });
  return answerWritten(await withdraw(id, person, { expectedVersion: version }));
});
