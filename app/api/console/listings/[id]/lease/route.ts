import { z } from "zod";
import { answerWritten } from "@/lib/http/answer-written";
import { handler } from "@/lib/http/handler";
import { readListing, VERSION } from "@/lib/http/listing-request";
import { requirePerson } from "@/lib/http/signed-in";
import { lease } from "@/lib/listings/commands";
import { Lease } from "@/lib/listings/listing-input";
import { listingNamed } from "@/lib/listings/listing-named";

type Context = RouteContext<"/api/console/listings/[id]/lease">;

const LEASE = z.strictObject({ version: VERSION, ...Lease.shape });

export const POST = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  const id = listingNamed((await params).id);
  const { version, ...agreed } = await readListing(request, LEASE);
  return answerWritten(await lease(id, agreed, person, { expectedVersion: version }));
});
