import type { ServerResponse } from "node:http";
import { type ReadProvenance, staleCauseOf } from "@/lib/platform/cached-read";
import type { RequestContext } from "@/lib/platform/runtime";

type Tier = ReadProvenance["tier"];

/** From the nearest to the furthest: an answer comes from as far as its furthest part. */
const TIERS: readonly Tier[] = ["memory", "shared", "origin"];
/** Of answers with many parts the header names only the first. */
const TIMINGS_MAX = 8;

/**
 * Says on an answer, as its head leaves, where what was read for it came from: Cache-Status (RFC 9211) with the shortest remaining
 * time of its parts, and Server-Timing (W3C) with what each took. An answer with a stale part says so and is stored by nobody, and no more
 * is one that asked who is signed in.
 */
export function sayCacheStatus(response: ServerResponse, context: RequestContext, startedAtMs: number): void {
  const { writeHead } = response;
  response.writeHead = function (this: ServerResponse, ...head: Parameters<typeof writeHead>) {
    const { reads } = context;
    const staleCause = staleCauseOf(reads);
    if (reads.length > 0) this.setHeader("Cache-Status", cacheStatus(reads, staleCause));
    this.setHeader("Server-Timing", serverTiming(reads, performance.now() - startedAtMs));
    // What the caller gives to writeHead goes before what is set.
    const isStorable = staleCause === null && !context.isPersonal;
    return writeHead.apply(this, isStorable ? head : withoutStoring(this, head));
  } as typeof writeHead;
}

function cacheStatus(reads: readonly ReadProvenance[], staleCause: string | null): string {
  const counts = TIERS.map((tier) => [reads.filter((read) => read.tier === tier).length, tier] as const);
  const sources = counts.filter(([count]) => count > 0).map(([count, tier]) => `${count} ${tier}`);
  const detail = `detail="${sources.join(", ")}${staleCause === null ? "" : `; stale (${staleCause})`}"`;
  if (reads.some(({ tier }) => tier === "origin")) return `Verandah; fwd=miss; ${detail}`;
  const ttl = Math.floor(Math.min(...reads.map(({ expiresInMs }) => expiresInMs)) / 1000);
  return `Verandah; hit; ttl=${ttl}; ${detail}`;
}

function serverTiming(reads: readonly ReadProvenance[], totalMs: number): string {
  const parts = reads
    .slice(0, TIMINGS_MAX)
    .map(({ read, tier, tookMs }) => `cache;desc="${read} ${tier}";dur=${tookMs.toFixed(2)}`);
  return [...parts, `total;dur=${totalMs.toFixed(1)}`].join(", ");
}

type Head = Parameters<ServerResponse["writeHead"]>;

function withoutStoring(response: ServerResponse, [status, ...rest]: Head): Head {
  response.setHeader("Cache-Control", "no-store");
  const headers = rest.find((part) => typeof part === "object");
  if (headers === undefined || Array.isArray(headers)) return [status, ...rest] as Head;
  const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== "cache-control");
  return [status, Object.fromEntries(kept)];
}
