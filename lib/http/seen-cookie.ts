import { createHash } from "node:crypto";
import { covers, formatSnapshot, parseSnapshot, type Snapshot } from "@/lib/cache/snapshot";
import { within } from "@/lib/cache/time";
import type { Env } from "@/lib/env";
import { cacheHost } from "@/lib/platform/cache-host";
import type { Runtime } from "@/lib/platform/runtime";

const NAME = "verandah-seen";
/** Every process has seen the write long before; after that the cookie would only cost. */
const MAX_AGE_S = 20;
/** With more transactions open than this, the cookie asks for more than was seen: that costs polls, and shows nothing old. */
const OPEN_MAX = 10;
const VALUE = /^(?:\?|([0-9a-f]{12})~(\d{1,20}:\d{1,20}:[\d.]{0,250}))$/;

type Seen = Pick<Runtime["clock"], "identity" | "seen" | "polledAtMs">;
type Following = {
  readonly clock: Seen & Pick<Runtime["clock"], "distrust">;
  readonly tail: Pick<Runtime["tail"], "catchUp">;
  readonly limits: Pick<Runtime["limits"], "catchUpMs">;
};

/**
 * The Set-Cookie of an answer to somebody who has written: what this process has seen since. Whoever carries it is answered by no
 * process that has seen less.
 */
export function seenCookie({ clock, env }: { clock: Seen; env: Pick<Env, "PUBLIC_URL"> }): string {
  const isSecure = env.PUBLIC_URL?.startsWith("https:") === true;
  const value =
    clock.identity === undefined || !isBelieved(clock) ? "?" : cookieValue(clock.identity, clock.seen);
  return `${NAME}=${value}; Max-Age=${MAX_AGE_S}; Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}

/** Whether this process has seen what the cookies of a request say that their carrier has seen. */
export function hasSeenAll(clock: Seen, cookies: string): boolean {
  const value = valueIn(cookies);
  return value === undefined || hasSeen(clock, value);
}

/**
 * Waits, for one poll at most, until this process has seen what the cookies of a request say that their carrier has seen. A process that
 * cannot catch up believes itself no more: what it then answers from the cache is marked stale.
 */
export async function requireSeen(
  { clock, tail, limits }: Following,
  cookies: string | undefined,
): Promise<void> {
  if (cookies === undefined || hasSeenAll(clock, cookies)) return;
  const askedAtMs = cacheHost.now();
  const hasCaughtUp = await within(cacheHost, limits.catchUpMs, () => tail.catchUp()).catch(() => false);
  if (!hasCaughtUp) clock.distrust(askedAtMs);
}

function hasSeen(clock: Seen, value: string): boolean {
  const [, identity, text = ""] = VALUE.exec(value) ?? [];
  // Nothing that this portal has set asks for nothing.
  if (!VALUE.test(value)) return true;
  if (identity === undefined || clock.identity === undefined) return false;
  const seen = parseSnapshot(text.replaceAll(".", ","));
  return seen === undefined || (digest(clock.identity) === identity && covers(clock.seen, seen));
}

function valueIn(cookies: string): string | undefined {
  const found = cookies.split(";").find((cookie) => cookie.trim().startsWith(`${NAME}=`));
  return found?.trim().slice(NAME.length + 1);
}

function cookieValue(identity: string, seen: Snapshot): string {
  const isShort = seen.inProgress.size <= OPEN_MAX;
  const claimed: Snapshot = isShort ? seen : { xmin: seen.xmax, xmax: seen.xmax, inProgress: new Set() };
  return `${digest(identity)}~${formatSnapshot(claimed).replaceAll(",", ".")}`;
}

function isBelieved(clock: Seen): boolean {
  return clock.polledAtMs !== Number.NEGATIVE_INFINITY;
}

/** Which database, without telling visitors its system identifier. */
function digest(identity: string): string {
  return createHash("sha256").update(identity).digest("hex").slice(0, 12);
}
