import { once } from "node:events";
import { createServer } from "node:http";
import { expect, onTestFinished, test, vi } from "vitest";
import { readEnv } from "@/lib/env";
import { startCdnPurge } from "@/lib/http/cdn/start-cdn-purge";
import { createRuntime } from "@/lib/platform/create-runtime";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

const CDN_PURGE_TOKEN = "a token that is long enough";

type Asked = { readonly tags: string; readonly authorization: string | undefined; readonly body: unknown };

/** A process of the portal that follows the journal, and a CDN that writes down what it is told. */
async function setUp() {
  const tested = await createTestDatabase();
  const locality = await insertLocality(tested.database);
  const { id } = await insertListing(tested.database, { localityId: locality.id });
  await tested.runtime.close();
  const asked: Asked[] = [];
  const cdn = { status: 200 };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { "cache-tag": tags, authorization } = request.headers;
    asked.push({ tags: String(tags), authorization, body: JSON.parse(body) });
    response.writeHead(cdn.status).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const settings = Object.entries(tested.runtime.env).map(([name, value]) => [name, String(value)]);
  const env = { ...Object.fromEntries(settings), REDIS_URL: "", CDN_PURGE_TOKEN };
  const runtime = createRuntime(readEnv({ ...env, CDN_PURGE_URL: `http://127.0.0.1:${port}/purge` }));
  const stop = startCdnPurge(runtime);
  runtime.follow();
  onTestFinished(async () => {
    stop();
    await runtime.close();
    server.close();
    server.closeAllConnections();
    await tested.close();
  });
  const figure = async (name: string) => {
    const text = await runtime.metrics.registry.metrics();
    return Number(
      text
        .split("\n")
        .find((line) => line.startsWith(name))
        ?.split(" ")
        .at(-1),
    );
  };
  const edit = (headline: string) => runtime.database.listing.update({ where: { id }, data: { headline } });
  return { id, asked, cdn, edit, figure };
}

test("a process that begins has everything purged: maybe nobody followed before it", async () => {
  const { asked } = await setUp();
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
  expect(asked[0]).toEqual({
    tags: "*",
    authorization: `Bearer ${CDN_PURGE_TOKEN}`,
    body: { purge_everything: true },
  });
});

test("the tags of a change are sent as JSON and in a header, with the token", async () => {
  const { id, asked, edit } = await setUp();
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
  await edit("Another");
  await vi.waitFor(() => expect(asked.some(({ tags }) => tags.includes(`listing:${id}`))).toBe(true));
  const told = asked.find(({ tags }) => tags.includes(`listing:${id}`));
  expect(told?.body).toEqual({ tags: told?.tags.split(",") });
  expect(told?.authorization).toBe(`Bearer ${CDN_PURGE_TOKEN}`);
});

test("while a CDN refuses, edits are made, figures say for how long, and it is told when it takes them", async () => {
  const { id, asked, cdn, edit, figure } = await setUp();
  await vi.waitFor(async () => expect(await figure('verandah_cdn_purges_total{outcome="told"}')).toBe(1));
  expect(await figure("verandah_cdn_behind_seconds")).toBe(0);
  cdn.status = 503;
  await edit("While away");
  await vi.waitFor(async () =>
    expect(await figure('verandah_cdn_purges_total{outcome="failed"}')).toBeGreaterThan(1),
  );
  expect(await figure("verandah_cdn_behind_seconds")).toBeGreaterThan(0);
  cdn.status = 204;
  const before = asked.length;
  await vi.waitFor(async () => expect(await figure("verandah_cdn_behind_seconds")).toBe(0), {
    timeout: 5_000,
  });
  expect(asked.slice(before).some(({ tags }) => tags.includes(`listing:${id}`))).toBe(true);
});
