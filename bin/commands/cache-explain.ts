import { fromStored, sharedKey } from "@/lib/cache/entry";
import { ageAt } from "@/lib/cache/lifetime";
import type { Read } from "@/lib/cache/read";
import { formatSnapshot } from "@/lib/cache/snapshot";
import { AppError } from "@/lib/errors";
import { readsNamed } from "@/lib/known-reads";
import { askDesks, type DeskAnswer } from "@/lib/platform/cache-desk";
import { cacheHost } from "@/lib/platform/cache-host";
import { createRedisTier, redisKey } from "@/lib/platform/redis-tier";
import type { Runtime } from "@/lib/platform/runtime";

const ANSWER_WAIT_MS = 600;
const TAGS_SHOWN = 12;

/** Says of what an address or a key reads: which tier of which process holds it, since when, what it depends on, and whether it answers. */
export async function explain(name: string, runtime: Runtime): Promise<string> {
  const reads = readsNamed(name);
  if (!(await runtime.tail.catchUp()))
    throw new AppError("unavailable", "The journal of changes cannot be read; is the database there?");
  const told: string[] = [];
  for (const { read } of reads) told.push(await explainRead(read, runtime));
  return told.join("\n\n");
}

async function explainRead(read: Read<unknown>, runtime: Runtime): Promise<string> {
  const { freshForMs, reason } = read.lifetime;
  const processes = await askDesks(runtime.channels, read.key, ANSWER_WAIT_MS);
  return [
    read.key,
    `  lifetime   ${inSeconds(freshForMs)}: ${reason}`,
    ...(await explainShared(read, runtime)),
    ...(processes.length === 0 ? ["  memory     no process answered: none runs, or none has Redis"] : []),
    ...processes.map(explainHeld),
  ].join("\n");
}

function explainHeld({ process, held }: DeskAnswer): string {
  const where = `  memory     process ${process}:`;
  if (held === null) return `${where} does not hold it`;
  const age = inSeconds(cacheHost.now() - held.loadedAtMs);
  const left = held.freshUntilMs - cacheHost.now();
  const validity =
    held.overtakenBy !== null
      ? `overtaken by ${held.overtakenBy}: the next read loads it anew`
      : left > 0
        ? `answers, for ${inSeconds(left)} more`
        : "its fresh time is over: the next read renews it";
  return `${where} loaded ${age} ago under ${held.stamp}; ${validity}`;
}

async function explainShared(read: Read<unknown>, { clock, redis }: Runtime): Promise<readonly string[]> {
  if (redis === null) return ["  Redis      not configured (REDIS_URL)"];
  if (clock.identity === undefined) return ["  Redis      no database is followed"];
  const key = sharedKey(clock.identity, read);
  const [stored] = await createRedisTier(redis).getMany([key]);
  if (stored === undefined) return [`  Redis      ${redisKey(key)}`, "             does not hold it"];
  try {
    const now = cacheHost.now();
    const entry = fromStored(stored, { key, identity: clock.identity, shape: read.shape, nowMs: now });
    const overtaking = clock.overtakenBy(entry);
    const tags = entry.tags.slice(0, TAGS_SHOWN).join(" ");
    const more = entry.tags.length > TAGS_SHOWN ? ` and ${entry.tags.length - TAGS_SHOWN} more` : "";
    return [
      `  Redis      ${redisKey(key)}`,
      `             loaded ${inSeconds(now - entry.loadedAtMs)} ago in ${entry.loadTookMs.toFixed(1)} ms under ${formatSnapshot(entry.stamp)} (seen now: ${formatSnapshot(clock.seen)})`,
      `             depends on ${tags}${more}`,
      overtaking === null
        ? `             valid: that snapshot has seen every change of these; ${ageAt(entry, now)}`
        : `             not valid: overtaken by ${overtaking.tag ?? overtaking.cause}`,
    ];
  } catch (thrown) {
    return [
      `  Redis      ${redisKey(key)}`,
      `             not an entry of this portal, so a miss: ${String(thrown)}`,
    ];
  }
}

function inSeconds(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 7_200_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 3_600_000)} h`;
}
