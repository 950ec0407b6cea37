import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { requireSeen, seenCookie } from "@/lib/http/seen-cookie";
import { setListing } from "@/lib/listings/commands";
import { ListingId } from "@/lib/listings/listing";
import type { Runtime } from "@/lib/platform/runtime";
import { freePort } from "@/lib/platform/services/ports";
import { createTestDatabase } from "@/tests/support/database";
import { startListingPortal } from "@/tests/support/listing-portal";
import { insertListing, insertLocality } from "@/tests/support/listings";

const ROUNDS = 25;

async function setUp() {
  const held = await createTestDatabase({ REDIS_URL: "" });
  onTestFinished(() => held.close());
  const locality = await insertLocality(held.database);
  const listing = await insertListing(held.database, { localityId: locality.id });
  return { ...held, id: ListingId.parse(listing.id) };
}

/** This process as a portal. */
async function startHere(runtime: Runtime): Promise<string> {
  const port = await freePort();
  const portal = await startListingPortal(runtime, port);
  onTestFinished(() => portal.close());
  return `http://127.0.0.1:${port}`;
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
  const [here, other] = await Promise.all([startHere(runtime), startOther(url)]);
  const headlineFor = async (headers: Record<string, string>) =>
    ((await (await fetch(`${other}/${id}`, { headers })).json()) as { headline: string }).headline;
  let old = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await headlineFor({});
    const headline = `Round ${round}`;
    const written = await fetch(`${here}/${id}`, { method: "PUT", body: headline });
    const cookie = asCookie(written.headers.get("set-cookie") ?? "");
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

test("the cookie stays short, and asks for no less, however many transactions are open", async () => {
  const { runtime } = await setUp();
  await runtime.tail.catchUp();
  const { identity, polledAtMs } = runtime.clock;
  const xmax = 2n ** 63n;
  for (const open of [0, 10, 11, 5_000]) {
    const inProgress = new Set(Array.from({ length: open }, (_, index) => xmax - 1n - BigInt(index)));
    const clock = { identity, polledAtMs, seen: { xmin: xmax - BigInt(open), xmax, inProgress } };
    const setCookie = seenCookie({ clock, env: runtime.env });
    expect(setCookie.length).toBeLessThan(512);
    expect(await pollsFor(clock, asCookie(setCookie))).toBe(open > 10 ? 1 : 0);
    const less = { ...clock, seen: { xmin: 0n, xmax: xmax - 1n, inProgress: new Set<bigint>() } };
    expect(await pollsFor(less, asCookie(setCookie))).toBe(1);
  }
});

test("after a write that could not be followed, the cookie asks every process to catch up", async () => {
  const { runtime } = await setUp();
  runtime.clock.distrust(Number.POSITIVE_INFINITY);
  expect(asCookie(seenCookie(runtime))).toBe("verandah-seen=?");
});

test("what this process has seen costs no poll, what it has not costs one, and nonsense costs none", async () => {
  const { runtime, id } = await setUp();
  await setListing(id, { headline: "Known" }, { name: "test" });
  const { clock } = runtime;
  const cookie = asCookie(seenCookie(runtime));
  expect(await pollsFor(clock, cookie)).toBe(0);
  const nonsense = ["", "=", "=abc", "=~1:2:", "=abcdefabcdef~9:1:", "=abcdefabcdef~1:9:3.30", "=??"];
  for (const value of [...nonsense.map((text) => `verandah-seen${text}`), undefined, "other=?"])
    expect(await pollsFor(clock, value)).toBe(0);
  const forged = `verandah-seen=${"a".repeat(12)}~1:${"9".repeat(20)}:`;
  const unseen = cookie.replace(/:\d+:/, ":999999999:");
  const another = `a=b; ${cookie.replace(/=[0-9a-f]{12}/, "=aaaaaaaaaaaa")}`;
  for (const value of [unseen, another, forged, "verandah-seen=?"])
    expect(await pollsFor(clock, value)).toBe(1);
});

test("a process that cannot catch up in time believes itself no more, and answers all the same", async () => {
  const { runtime, id } = await setUp();
  const { clock } = runtime;
  const fails = async () => false;
  const hangs = () => new Promise<boolean>(() => {});
  for (const catchUp of [fails, hangs]) {
    await setListing(id, { headline: "Known" }, { name: "test" });
    expect(clock.polledAtMs).toBeGreaterThan(0);
    await requireSeen({ clock, tail: { catchUp }, limits: { catchUpMs: 20 } }, "verandah-seen=?");
    expect(clock.polledAtMs).toBe(Number.NEGATIVE_INFINITY);
  }
});

/** How often a process that has seen so much catches up for a request with these cookies. */
async function pollsFor(
  { identity, polledAtMs, seen }: Pick<Runtime["clock"], "identity" | "polledAtMs" | "seen">,
  cookies: string | undefined,
): Promise<number> {
  let polls = 0;
  const tail = { catchUp: async () => ++polls > 0 };
  const clock = { identity, polledAtMs, seen, distrust: () => {} };
  await requireSeen({ clock, tail, limits: { catchUpMs: 1_000 } }, cookies);
  return polls;
}
