import type { IncomingMessage, ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { readEnv } from "@/lib/env";
import { createPortalServer } from "@/lib/http/portal-server";
import { ListingId } from "@/lib/listings/listing";
import { createRuntime } from "@/lib/platform/create-runtime";
import { freePort } from "@/lib/platform/services/ports";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

export type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A portal whose pages are rendered by the test. */
export async function setUpTier(render: Render, env: Record<string, string> = {}, follows = true) {
  const tested = await createTestDatabase();
  const locality = await insertLocality(tested.database, { name: "Ashby" });
  const { id } = await insertListing(tested.database, { localityId: locality.id });
  await tested.runtime.close();
  const settings = Object.entries(tested.runtime.env).map(([name, value]) => [name, String(value)]);
  const made = createRuntime(readEnv({ ...Object.fromEntries(settings), REDIS_URL: "", ...env }));
  const rendered: string[] = [];
  const port = await freePort();
  const portal = createPortalServer(
    made,
    async (request, response) => {
      rendered.push(request.url ?? "");
      await render(request, response);
    },
    { buildId: "test" },
  );
  await portal.listen(["127.0.0.1"], port);
  if (follows) made.follow();
  // What is asked before the journal was read once is not what is asked after.
  await made.tail.catchUp();
  onTestFinished(async () => {
    await portal.close();
    await made.close();
    await tested.close();
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    rendered,
    id: ListingId.parse(id),
    database: made.database,
    clock: made.clock,
    tail: made.tail,
    url: tested.url,
  };
}

export function page(response: ServerResponse, body = "<html><body>page</body></html>"): void {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(body);
}

export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
