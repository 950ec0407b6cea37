import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { NOTHING_SEEN } from "@/lib/cache/snapshot";
import { requireSeen, seenCookie } from "@/lib/http/seen-cookie";
import { setListing } from "@/lib/listings/commands";
import { ListingId } from "@/lib/listings/listing";
import { freePort } from "@/lib/platform/services/ports";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

const ROUNDS = 25;

async function setUp() {
  const held = await createTestDatabase({ REDIS_URL: "" });
  onTestFinished(() => held.close());
  const locality = await insertLocality(held.database);
  const listing = await insertListing(held.database, { localityId: locality.id });
  return { ...held, id: ListingId.parse(listing.id) };
}

/** Another process of the portal, without Redis: nobody tells it of a change. */
async function startOther(databaseUrl: string): Promise<string> {
  const port = await freePort();
  const child = fork("tests/support/listing-server.ts", {
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    env: {
      ...process.env,
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      DATABASE_URL: databaseUrl,
      REDIS_URL: "",
      PORT: String(port),
    },
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  await once(child, "message");
  return `http://127.0.0.1:${port}`;
}

function asCookie(setCookie: string): string {
  return setCookie.split(";")[0] ?? "";
}

test("whoever wrote in one process sees it in another at once; without the cookie some see what was there before", async () => {
  const { url, runtime, id } = await setUp();
  const other = await startOther(url);
  const headlineFor = async (headers: Record<string, string>) =>
    ((await (await fetch(`${other}/${id}`, { headers })).json()) as { headline: string }).headline;
  let old = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await headlineFor({});
    const headline = `Round ${round}`;
    await setListing(id, { headline }, { name: "test" });
    const cookie = asCookie(seenCookie(runtime));
    if ((await headlineFor({})) !== headline) old++;
    expect(await headlineFor({ cookie: `theme=dark; ${cookie}` })).toBe(headline);
  }
  // Else the cookie would not have been what made it so.
  expect(old).toBeGreaterThan(0);
});

test("the cookie is short, for the server alone, and says nothing of who carries it", async () => {
  const { runtime, id } = await setUp();
  await setListing(id, { headline: "Seen" }, { name: "test" });
  const cookie = seenCookie(runtime);
  expect(cookie).toMatch(/^verandah-seen=[0-9a-f]{12}~[\d:.]+; Max-Age=20; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(cookie.length).toBeLessThan(512);
});

test("after a write that could not be followed, the cookie asks every process to catch up", async () => {
  const { runtime } = await setUp();
  runtime.clock.distrust(Number.POSITIVE_INFINITY);
  expect(asCookie(seenCookie(runtime))).toBe("verandah-seen=?");
});

test("what this process has seen costs no poll, what it has not costs one, and nonsense costs none", async () => {
  const { runtime, id } = await setUp();
  await setListing(id, { headline: "Known" }, { name: "test" });
  let polls = 0;
  const tail = { ...runtime.tail, catchUp: async () => ++polls > 0 };
  const following = { ...runtime, tail };
  const cookie = asCookie(seenCookie(runtime));
  await requireSeen(following, cookie);
  for (const nonsense of [
    undefined,
    "",
    "verandah-seen=",
    "verandah-seen=abc",
    "verandah-seen=~1:2:",
    "other=1",
  ])
    await requireSeen(following, nonsense);
  expect(polls).toBe(0);
  await requireSeen(following, cookie.replace(/:\d+:/, ":999999999:"));
  await requireSeen(following, "verandah-seen=?");
  await requireSeen(following, `a=b; ${cookie.replace(/=[0-9a-f]{12}/, "=aaaaaaaaaaaa")}`);
  expect(polls).toBe(3);
});

test("a process that cannot catch up believes itself no more", async () => {
  const { runtime, id } = await setUp();
  await setListing(id, { headline: "Known" }, { name: "test" });
  expect(runtime.clock.seen).not.toEqual(NOTHING_SEEN);
  const tail = { ...runtime.tail, catchUp: async () => false };
  await requireSeen({ ...runtime, tail }, "verandah-seen=?");
  expect(runtime.clock.polledAtMs).toBe(Number.NEGATIVE_INFINITY);
});
