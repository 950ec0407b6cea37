import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { get } from "@/tests/support/built-portal";
import { HAS_VARNISH, PURGE_TOKEN } from "@/tests/support/own-varnish";
import { isHit, openVarnishStage, type VarnishStage } from "@/tests/support/varnish-stage";

const isWanted = HAS_VARNISH || process.env.CI !== undefined;
// Without one, bin/test itself names what did not run.
const withVarnish = test.runIf(isWanted);

/** What docs/caching.md publishes. */
const FRESH_WITHIN_MS = 1_000;
/** A CDN that was away is asked again every two seconds. */
const ASKED_AGAIN_MS = 4_000;
const EDITS = 50;
/** Longer than until a change is told for the last time but one, which is a second. */
const ON_ITS_WAY_MS = 2_000;

let opened: VarnishStage | undefined;
beforeAll(async () => {
  if (isWanted) opened = await openVarnishStage();
});
afterAll(() => opened?.stop());

/** Varnish before two portals, and the pages that show one listing. */
function setUp() {
  if (opened === undefined) throw new Error("Varnish did not start.");
  const stage = opened;
  const { world, origin } = stage;
  const { id } = world.shown;
  const paths = [`/listing/1-first-street-ashby-nsw-${id}`, "/buy/nsw/ashby", `/api/listings/${id}`];
  const edit = (words: string) =>
    stage.sql(`UPDATE listing SET price_display = '${words}', version = version + 1 WHERE id = ${id}`);
  // What was edited before is told again for 16 seconds, and the page is dropped then: once is enough to show that this did not do it.
  const staysKept = (path: string, work: () => Promise<void>) =>
    vi.waitUntil(async () => {
      await stage.untilKept(path);
      await work();
      return isHit(await stage.ask(path));
    });
  const purge = async (tags: string, token = PURGE_TOKEN, method = "POST") => {
    const headers = { "cache-tag": tags, authorization: `Bearer ${token}` };
    return (await get(origin, "/_purge", headers, method)).status;
  };
  return { ...stage, id, paths, edit, purge, staysKept };
}

withVarnish(
  "no page that shows a listing is older than a second after an edit, and each comes from Varnish between edits",
  async () => {
    const { paths, edit, ask, untilKept } = setUp();
    const oldForMs: number[] = [];
    const seenAfterMs: number[] = [];
    for (let n = 1; n <= EDITS; n++) {
      for (const path of paths) await untilKept(path);
      const words = `Guide ${n} of ${EDITS}`;
      await edit(words);
      const editedAtMs = performance.now();
      const watch = async (path: string) => {
        let lastOldMs = 0;
        for (;;) {
          const askedMs = performance.now() - editedAtMs;
          if ((await ask(path)).text.includes(words)) break;
          lastOldMs = askedMs;
        }
        oldForMs.push(lastOldMs);
        seenAfterMs.push(performance.now() - editedAtMs);
      };
      await Promise.all(paths.map(watch));
    }
    process.stdout.write(
      `last old answer asked for: ${figures(oldForMs)}; edit seen, with its render: ${figures(seenAfterMs)}\n`,
    );
    expect(Math.max(...oldForMs)).toBeLessThan(FRESH_WITHIN_MS);
  },
  120_000,
);

function figures(ms: readonly number[]): string {
  const sorted = [...ms].sort((one, other) => one - other);
  const [p50, p99, worst] = [0.5, 0.99, 1].map((part) => sorted[Math.ceil(part * ms.length) - 1]?.toFixed());
  return `p50 ${p50} ms, p99 ${p99} ms, worst ${worst} ms of ${ms.length}`;
}

withVarnish(
  "an answer that was on its way when the edit came, and is kept after the purge, is dropped as well",
  async () => {
    const { paths, edit, ask, purge, answerLine, origins } = setUp();
    const [page = "", results = ""] = paths;
    // Held by both, so that the answer leaves as soon as it is asked for.
    for (const origin of origins) for (const path of [page, results]) await get(origin, path);
    expect(await purge("*")).toBe(200);
    answerLine.set({ kind: "latency", ms: ON_ITS_WAY_MS });
    // Each asks another of the portals; the one behind the long way had answered before the edit, and its answer arrives after it.
    const slow = [ask(page), ask(results)];
    await new Promise((resolve) => setTimeout(resolve, 1.2 * ON_ITS_WAY_MS));
    await edit("Late guide");
    await Promise.all(slow);
    answerLine.set({ kind: "pass" });
    const isFresh = async () => {
      const answers = await Promise.all([ask(page), ask(results)]);
      return answers.every(({ text }) => text.includes("Late guide"));
    };
    expect(await isFresh(), "the race was not run").toBe(false);
    await vi.waitUntil(isFresh, { timeout: 20_000, interval: 100 });
  },
  60_000,
);

withVarnish(
  "while Varnish takes no purges the portal answers and is ready; what changed meanwhile is dropped when it does",
  async () => {
    const { paths, edit, ask, untilKept, here, purgeLine } = { ...setUp(), here: setUp().origins[0] ?? "" };
    const [page = ""] = paths;
    await untilKept(page);
    purgeLine.set({ kind: "refuse" });
    await edit("Guide while away");
    const sees = async (origin: string) => (await get(origin, page)).text.includes("Guide while away");
    await vi.waitUntil(() => sees(here), { timeout: 1_000, interval: 10 });
    expect((await get(here, "/readyz")).status).toBe(200);
    expect((await ask(page)).text.includes("Guide while away"), "Varnish was told").toBe(false);
    purgeLine.set({ kind: "pass" });
    await vi.waitUntil(async () => (await ask(page)).text.includes("Guide while away"), {
      timeout: ASKED_AGAIN_MS,
      interval: 10,
    });
  },
);

withVarnish("a purge drops what has the tag, and nothing of which a tag begins or ends like it", async () => {
  const { paths, id, ask, purge, untilKept, staysKept } = setUp();
  const [page = ""] = paths;
  for (const other of [`listing:${id}0`, `isting:${id}`, "listing:", "listing", `x,ting:${id}`])
    await staysKept(page, async () => expect(await purge(other)).toBe(200));
  for (const odd of [".*", "listing:.*", "listing:1,", "a b", "(listing", ""])
    await staysKept(page, async () => expect(await purge(odd), odd).toBe(400));
  await untilKept(page);
  expect(await purge(`other:1,listing:${id}`)).toBe(200);
  expect(isHit(await ask(page))).toBe(false);
});

withVarnish("nobody purges who does not have the token", async () => {
  const { paths, id, purge, staysKept } = setUp();
  const [page = ""] = paths;
  await staysKept(page, async () => {
    expect(await purge(`listing:${id}`, "another")).toBe(403);
    expect(await purge("*", "")).toBe(403);
    expect(await purge("*", PURGE_TOKEN, "GET")).toBe(403);
  });
});

withVarnish("whoever is signed in, or has just written, is answered by the portal itself", async () => {
  const { paths, ask, untilKept } = setUp();
  const [page = ""] = paths;
  await untilKept(page);
  for (const cookie of ["__Host-verandah-session=a", "b=1; verandah-session=a", "verandah-seen=?"])
    for (let asked = 0; asked < 2; asked++) expect(isHit(await ask(page, { cookie })), cookie).toBe(false);
  await vi.waitUntil(async () => isHit(await ask(page, { cookie: "theme=dark" })));
});

withVarnish(
  "browsers are told nothing of tags, and what the portal lets nobody keep is not kept",
  async () => {
    const { paths, ask, untilKept } = setUp();
    for (const path of paths) {
      await untilKept(path);
      const { headers } = await ask(path);
      for (const name of ["cache-tag", "cdn-cache-control", "x-request-id"])
        expect(headers[name]).toBeUndefined();
      expect(headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    }
    for (const path of ["/listing/nowhere-2000000", "/sign-in", "/readyz"])
      for (let asked = 0; asked < 3; asked++) expect(isHit(await ask(path)), path).toBe(false);
  },
);

withVarnish("each encoding is kept apart, and none is sent to whom refuses it", async () => {
  const { paths, ask, untilKept } = setUp();
  const [page = ""] = paths;
  await untilKept(page);
  const plain = await ask(page);
  const encodings = {
    "gzip, deflate, br, zstd": "br",
    "deflate, gzip": "gzip",
    "br;q=0, gzip": "gzip",
    "gzip;q=0.8, BR;q=0.9": "br",
    "br; q=0.000,gzip;q=0": undefined,
    deflate: undefined,
  };
  for (const [accepted, encoding] of Object.entries(encodings)) {
    await vi.waitUntil(async () => isHit(await ask(page, { "accept-encoding": accepted })));
    const { headers, body } = await ask(page, { "accept-encoding": accepted });
    expect(headers["content-encoding"], accepted).toBe(encoding);
    const read =
      encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body;
    expect(read.equals(plain.body), accepted).toBe(true);
  }
});
