import type { Overtaking, Stamped } from "@/lib/cache/change-clock";

export type Write = { readonly id: string; readonly tag: string };

export type Value = Stamped & {
  readonly tags: readonly string[];
  /** The writes that its load really read. */
  readonly shows: ReadonlySet<string>;
  /** The writes that its stamp sees, as Postgres judges it. */
  readonly sees: ReadonlySet<string>;
};

type Judged = {
  readonly verdict: Overtaking | null;
  readonly value: Value;
  /** What the process must know: visible before its last poll began. */
  readonly known: readonly Write[];
  /** What it may know: visible now. */
  readonly visible: readonly Write[];
  /** Whether a process with these bounds has no right to err on the safe side; "by tag" where it may do so only by its floor. */
  readonly exactness: "always" | "by tag" | "never";
};

/** What is wrong with a verdict, or null. Values that lack a known write must be called overtaken, by whomever. */
export function wrongIn({ verdict, value, known, visible, exactness }: Judged): string | null {
  const isValid = verdict === null;
  if (isValid && lacks(value, value.shows, known)) return "calls a value valid that lacks a write";
  if (exactness === "never") return null;
  if (isValid && lacks(value, value.sees, known)) return "calls a stamp valid that lacks a write";
  if (verdict?.cause === "tag" && !lacks(value, value.sees, visible))
    return "calls a stamp overtaken that lacks nothing";
  if (!isValid && verdict.cause !== "tag" && exactness === "always")
    return "blames no tag, although nothing was pruned";
  return null;
}

function lacks({ tags }: Value, has: ReadonlySet<string>, writes: readonly Write[]): boolean {
  return writes.some(({ id, tag }) => tags.includes(tag) && !has.has(id));
}
