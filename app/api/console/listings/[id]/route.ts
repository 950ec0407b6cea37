import { z } from "zod";
import { answerWritten } from "@/lib/http/answer-written";
import { handler } from "@/lib/http/handler";
import { readListing, VERSION } from "@/lib/http/listing-request";
import { answerPrivately } from "@/lib/http/private-answer";
import { requirePerson } from "@/lib/http/signed-in";
import { setListing } from "@/lib/listings/commands";
import { findCurrentForEditing } from "@/lib/listings/editable-queries";
import { ListingChanges } from "@/lib/listings/listing-input";
import { listingNamed } from "@/lib/listings/listing-named";

type Context = RouteContext<"/api/console/listings/[id]">;

export const GET = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  return answerPrivately(await findCurrentForEditing(listingNamed((await params).id), person));
});

const EDIT = z.strictObject({ version: VERSION, changes: ListingChanges });

export const PATCH = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  const id = listingNamed((await params).id);
  const { version, changes } = await readListing(request, EDIT);
  return answerWritten(await setListing(id, changes, person, { expectedVersion: version }));
});
