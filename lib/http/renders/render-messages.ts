import { z } from "zod";
import { parseStoredAnswer, type StoredAnswer } from "@/lib/http/stored-answer";

/** What a process that answers asks the one that renders for it. */
export const ToRenderer = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("render"),
    id: z.int(),
    asked: z.object({ path: z.string(), headers: z.record(z.string(), z.string()) }),
    /** The database that the asking process follows, and what it had seen of it: the answer is to show no less. */
    identity: z.string(),
    seen: z.string(),
  }),
  z.object({ kind: z.literal("give-up"), id: z.int() }),
  z.object({ kind: z.literal("ping") }),
]);
export type ToRenderer = z.infer<typeof ToRenderer>;

/** Infinity where nothing ends it. */
const INSTANT = z.custom<number>((value) => typeof value === "number" && !Number.isNaN(value));
/** Of their own: what comes through a channel lies in a larger piece of memory, which would be kept with it. */
const ANSWER = z.unknown().transform((sent): StoredAnswer => {
  const answer = parseStoredAnswer(sent);
  const own = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes));
  return { ...answer, identity: own(answer.identity), gzip: own(answer.gzip), br: own(answer.br) };
});

/** What it answers. */
export const FromRenderer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("pong") }),
  z.object({
    kind: z.literal("rendered"),
    id: z.int(),
    answer: ANSWER,
    isForAll: z.boolean(),
    dependence: z.object({
      tags: z.array(z.string()),
      ...{ freshUntilMs: INSTANT, staleUntilMs: INSTANT, usableUntilMs: INSTANT },
      taint: z.enum(["stale", "writing", "tags", "unshared"]).nullable(),
      staleCause: z.enum(["time", "error", "slow", "trust"]).nullable(),
    }),
  }),
  z.object({
    kind: z.literal("not-rendered"),
    id: z.int(),
    /** It cannot know what the asking process has seen; the database is away; the answer is another error. */
    why: z.enum(["behind", "away", "failed"]),
    message: z.string(),
  }),
]);
export type FromRenderer = z.input<typeof FromRenderer>;
