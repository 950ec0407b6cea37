import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** What Next's router asks for beside an address: the payload of a page as data, without what the browser has of it already. */
export type RscRequest = {
  /** The headers that the payload depends on. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of those headers, as Next's router writes it into the parameter _rsc. */
  readonly check: string;
  /** One for one with the headers. */
  readonly key: string;
};

const TREE_LENGTH_MAX = 4_096;
const SEGMENT = /^\/[\w$!.~()@/-]{0,512}$/;
const PREFETCHES: ReadonlySet<string | undefined> = new Set([undefined, "1", "2", "3"]);
const CHECK_BYTES = 12;

/**
 * The request of Next's router in these headers: null when it is none, undefined when it is one that this portal does not know, which
 * Next may judge. Whatever else the headers hold means nothing to the payload.
 */
export function readRscRequest(headers: IncomingHttpHeaders): RscRequest | null | undefined {
  const { rsc } = headers;
  const tree = headers["next-router-state-tree"];
  const prefetch = headers["next-router-prefetch"];
  const segment = headers["next-router-segment-prefetch"];
  if (rsc === undefined)
    return [tree, prefetch, segment].some((each) => each !== undefined) ? undefined : null;
  if (rsc !== "1" || headers["next-url"] !== undefined || headers["next-hmr-refresh"] !== undefined)
    return undefined;
  if (Array.isArray(tree) || Array.isArray(prefetch) || Array.isArray(segment)) return undefined;
  if (!PREFETCHES.has(prefetch)) return undefined;
  if (segment !== undefined && !SEGMENT.test(segment)) return undefined;
  if (tree !== undefined && tree.length > TREE_LENGTH_MAX) return undefined;
  const given = [
    ["next-router-prefetch", prefetch],
    ["next-router-segment-prefetch", segment],
    ["next-router-state-tree", tree],
  ].flatMap(([name, value]) => (name === undefined || value === undefined ? [] : [[name, value] as const]));
  return {
    headers: { rsc, ...Object.fromEntries(given) },
    check:
      given.length === 0
        ? ""
        : sha256([prefetch ?? "0", segment ?? "0", tree ?? "0", "0"].join(","), CHECK_BYTES),
    key: sha256(JSON.stringify(given)),
  };
}

function sha256(text: string, bytes = 32): string {
  return createHash("sha256").update(text).digest().subarray(0, bytes).toString("base64url");
}
