import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "@/lib/cache/answer";
import { acceptedEncoding, type Encoding } from "@/lib/http/accepted-encoding";
import { PUBLIC } from "@/lib/http/cache-control";
import { cacheTagsOf } from "@/lib/http/cdn/cache-tags";
import { namesEntity } from "@/lib/http/entity-tag";
import { isRendered } from "@/lib/http/is-rendered";
import { contentOf, type StoredAnswer } from "@/lib/http/stored-answer";

/** What an answer says of itself beside where it came from. */
export type Sending = {
  readonly requestId: string;
  readonly tookMs: number;
  /** A change that this process knows was made since: the purge that follows a change may have gone before this answer. */
  readonly isOvertaken: boolean;
};

/** What a process says on each of its answers. */
export type Manner = {
  readonly security: readonly (readonly [name: string, value: string])[];
  /** How long a CDN may keep answers, in seconds; 0 where there is none. */
  readonly cdnMaxAgeS: number;
};

type From = Omit<Answer<unknown>, "value" | "stamp" | "identity">;

type Variant = {
  readonly tag: string;
  /** null: it is unpacked each time. */
  readonly body: Uint8Array | null;
  readonly head: readonly string[];
};

const SUFFIX: Readonly<Record<Encoding, string>> = { br: "-br", gzip: "-gz", identity: "" };
const PAGE_VARY =
  "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding";

const variants = new WeakMap<StoredAnswer, Partial<Record<Encoding, Variant>>>();

/** Writes an answer to whoever asked, or 304 when they have it: status, headers, and for a GET the body in the encoding that they take. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: StoredAnswer,
  from: From,
  sending: Sending,
  manner: Manner,
): void {
  const variant = variantOf(answer, acceptedEncoding(one(request.headers["accept-encoding"])), manner);
  const isKept = from.isKeepable;
  const said = provenance(answer, from, sending, manner);
  if (isKept && answer.status === 200 && namesEntity(request.headers["if-none-match"], variant.tag)) {
    response.writeHead(304, ["ETag", variant.tag, "Vary", varyOf(answer), ...said]);
    response.end();
    return;
  }
  response.writeHead(answer.status, variant.head.concat(said));
  if (request.method === "HEAD") response.end();
  else if (variant.body !== null) response.end(variant.body);
  else
    contentOf(answer).then(
      (content) => response.end(content),
      (error: Error) => response.destroy(error),
    );
}

function variantOf(answer: StoredAnswer, accepted: Encoding, manner: Manner): Variant {
  let made = variants.get(answer);
  if (made === undefined) {
    made = {};
    variants.set(answer, made);
  }
  const encoding = answer.identity === null ? accepted : "identity";
  made[encoding] ??= makeVariant(answer, encoding, manner);
  return made[encoding];
}

function makeVariant(answer: StoredAnswer, encoding: Encoding, { security }: Manner): Variant {
  const body = answer[encoding];
  const tag = `"${answer.digest}${SUFFIX[encoding]}"`;
  const head = [
    ["Content-Type", answer.type],
    ["Content-Length", String(body?.length ?? answer.length)],
    ...(encoding === "identity" ? [] : [["Content-Encoding", encoding]]),
    ["ETag", tag],
    ["Vary", varyOf(answer)],
    ...answer.headers,
    ...security,
    ["Content-Security-Policy", answer.policy],
  ];
  return { tag, body, head: head.flat().filter((each) => each !== undefined) };
}

function varyOf({ type }: StoredAnswer): string {
  return isRendered(type) ? PAGE_VARY : "Accept-Encoding";
}

function provenance(
  answer: StoredAnswer,
  { tier, ageMs, expiresInMs, staleCause, isKeepable, tags: dependsOn }: From,
  { requestId, tookMs, isOvertaken }: Sending,
  { cdnMaxAgeS }: Manner,
): string[] {
  const ageS = Math.floor(ageMs / 1000);
  const stale = isKeepable || staleCause === null ? "" : `; stale (${staleCause})`;
  const from = tier === "origin" ? "fwd=miss" : `hit; ttl=${Math.floor(expiresInMs / 1000)}`;
  const isPublic = isKeepable && answer.status === 200;
  const said = [
    "X-Request-Id",
    requestId,
    "Cache-Status",
    `Verandah; ${from}; detail="response ${tier}, age ${ageS}${stale}"`,
    "Server-Timing",
    `cache;desc="response ${tier}";dur=${tookMs.toFixed(2)}`,
    "Cache-Control",
    isPublic ? PUBLIC : "no-store",
  ];
  if (!isPublic) return said;
  if (cdnMaxAgeS === 0) {
    said.push("Age", String(ageS));
    return said;
  }
  const tags = cacheTagsOf(dependsOn);
  // Nothing purges what only time has made old, so a CDN keeps it no longer than the portal would.
  const maxAgeS = Math.min(cdnMaxAgeS, Math.floor(expiresInMs / 1000));
  if (tags === null || maxAgeS === 0 || isOvertaken) return said;
  // No Age: a CDN would take it off the time for which it may keep the answer, which was found to be true just now.
  said.push("CDN-Cache-Control", `public, max-age=${maxAgeS}`, "Cache-Tag", tags);
  return said;
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(",") : header;
}
