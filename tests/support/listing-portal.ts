import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { createPortalServer, type PortalServer } from "@/lib/http/portal-server";
import { seenCookie } from "@/lib/http/seen-cookie";
import { setListing } from "@/lib/listings/commands";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import type { Runtime } from "@/lib/platform/runtime";

/** The process that gave an answer. */
export const ANSWERED_BY = "x-answered-by";

/** A portal of two routes: GET /ID answers a listing as JSON, read through the cache; PUT /ID gives it the body as its headline. */
export async function startListingPortal(runtime: Runtime, port: number): Promise<PortalServer> {
  const portal = createPortalServer(runtime, async (request, response) => {
    const id = ListingId.parse(request.url?.slice(1));
    response.setHeader(ANSWERED_BY, process.pid);
    await (request.method === "PUT" ? put(runtime, id, request, response) : get(id, response));
  });
  await portal.listen(["127.0.0.1"], port);
  return portal;
}

async function get(id: ListingId, response: ServerResponse): Promise<void> {
  const listing = await getListing(id);
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(listing));
}

async function put(
  runtime: Runtime,
  id: ListingId,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await setListing(id, { headline: await text(request) }, { name: "test" });
  response.setHeader("Set-Cookie", seenCookie(runtime));
  response.writeHead(204).end();
}
