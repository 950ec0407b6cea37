import { z } from "zod";
import { answerWritten } from "@/lib/http/answer-written";
import { handler } from "@/lib/http/handler";
import { readListing, VERSION } from "@/lib/http/listing-request";
import { requirePerson } from "@/lib/http/signed-in";
import { sell } from "@/lib/listings/commands";
import { Sale } from "@/lib/listings/listing-input";
import { listingNamed } from "@/lib/listings/listing-named";

type Context = RouteContext<"/api/console/listings/[id]/sale">;

const SALE = z.strictObject({ version: VERSION, ...Sale.shape });

export const POST = handler(async (request, { params }: Context) => {
  const person = await requirePerson(request);
  const id = listingNamed((await params).id);
  const { version, ...sale } = await readListing(request, SALE);
  return answerWritten(await sell(id, sale, person, { expectedVersion: version }));
});
