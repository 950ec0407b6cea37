import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** What Next's router asks for beside an address: the payload of a page as data, without what the browser has of it already. */
export type RscRequest = {
  /** The headers that the payload depends on. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of those headers, as Next wants it in the parameter _rsc. */
  readonly check: string;
  /** The same as it must have been sent, with a header that the payload does not depend on. */
  readonly sentCheck: string;
  /** One for one with the headers. */
  readonly key: string;
};

const TREE_LENGTH_MAX = 4_096;
const NEXT_URL_LENGTH_MAX = 2_048;
const SEGMENT = /^\/[\w$!.~()@/-]{0,512}$/;
const PREFETCHES: ReadonlySet<string | undefined> = new Set([undefined, "1", "2", "3"]);
const CHECK_BYTES = 12;

/**
 * The request of Next's router in these headers: null when it is none, undefined when it is one that this portal does not know, which
 * Next may judge. Whatever else the headers hold means nothing to the payload; nor does next-url, from which page it is asked for, as
 * long as no route intercepts others (Next's documentation, "Intercepting Routes").
 */
export function readRscRequest(headers: IncomingHttpHeaders): RscRequest | null | undefined {
  const { rsc } = headers;
  const tree = headers["next-router-state-tree"];
  const prefetch = headers["next-router-prefetch"];
  const segment = headers["next-router-segment-prefetch"];
  const from = headers["next-url"];
  if (rsc === undefined)
    return [tree, prefetch, segment].some((each) => each !== undefined) ? undefined : null;
  if (rsc !== "1" || headers["next-hmr-refresh"] !== undefined) return undefined;
  if (Array.isArray(tree) || Array.isArray(prefetch) || Array.isArray(segment) || Array.isArray(from))
    return undefined;
  if (!PREFETCHES.has(prefetch) || (segment !== undefined && !SEGMENT.test(segment))) return undefined;
  if ((tree?.length ?? 0) > TREE_LENGTH_MAX || (from?.length ?? 0) > NEXT_URL_LENGTH_MAX) return undefined;
  const given = [
    ["next-router-prefetch", prefetch] as const,
    ["next-router-segment-prefetch", segment] as const,
    ["next-router-state-tree", tree] as const,
  ].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return {
    headers: { rsc, ...Object.fromEntries(given) },
    check: checkOf([prefetch, segment, tree, undefined]),
    sentCheck: checkOf([prefetch, segment, tree, from]),
    key: sha256(JSON.stringify(given)),
  };
}

/** As Next has it in shared/lib/router/utils/cache-busting-search-param. */
function checkOf(headers: readonly (string | undefined)[]): string {
  if (headers.every((each) => each === undefined)) return "";
  return sha256(headers.map((each) => each ?? "0").join(","), CHECK_BYTES);
}

function sha256(text: string, bytes = 32): string {
  return createHash("sha256").update(text).digest().subarray(0, bytes).toString("base64url");
}
