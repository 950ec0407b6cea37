import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { freePort } from "@/lib/platform/services/ports";
import { type Got, get, startBuiltPortals } from "@/tests/support/built-portal";
import { openFaultProxy } from "@/tests/support/fault-proxy";
import { PURGE_TOKEN, startOwnVarnish } from "@/tests/support/own-varnish";

export type VarnishStage = Awaited<ReturnType<typeof openVarnishStage>>;

/** Two processes of the built portal behind Varnish, which they tell what changes. */
export async function openVarnishStage() {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "verandah-varnish-"));
  const purgeLine = await openFaultProxy(() => port);
  const portals = await startBuiltPortals(2, {
    ...{ CDN_MAX_AGE_S: "600", CDN_PURGE_TOKEN: PURGE_TOKEN },
    CDN_PURGE_URL: `http://127.0.0.1:${purgeLine.port}/_purge`,
  });
  const [first = 0, second = 0] = portals.origins.map((origin) => Number(new URL(origin).port));
  const answerLine = await openFaultProxy(() => first);
  const varnish = await startOwnVarnish({ folder, port, portalPorts: [answerLine.port, second] });
  const { origin } = varnish;
  const ask = (path: string, headers: Readonly<Record<string, string>> = {}) => get(origin, path, headers);
  return {
    ...portals,
    origin,
    ask,
    /** Asks until it is answered from what Varnish keeps. */
    untilKept: (path: string) =>
      vi.waitUntil(async () => isHit(await ask(path)), { timeout: 10_000, interval: 20 }),
    /** From Varnish to the first of the portals. */
    answerLine,
    /** From the portals to Varnish, for purges alone. */
    purgeLine,
    async stop() {
      await varnish.stop();
      await portals.stop();
      await Promise.all([answerLine.close(), purgeLine.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether Varnish had the answer. */
export function isHit({ headers }: Got): boolean {
  return String(headers["cache-status"]).endsWith(", Varnish; hit");
}
