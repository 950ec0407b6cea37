import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLONE, DATA } from "@/lib/platform/services/clone";

/** Text of one file that is put in place of what stands there. */
type Wrong = { readonly file: string; readonly right: string; readonly wrong: string };

export type KnownBad = {
  readonly name: string;
  readonly wrongs: readonly Wrong[];
  /** The faults that find it out. */
  readonly faults: readonly string[];
};

const TRUSTS_FOR_EVER: Wrong = {
  file: "lib/cache/trust-gate.ts",
  right: "return nowMs - this.#clock.polledAtMs < this.#limits.trustForMs;",
  wrong: "return this.#clock.identity !== undefined;",
};

/** Not wrong by itself: loads whose answers take their time, as a long garbage collection makes them. */
const SLOWLY: Wrong = {
  file: "lib/cache/load-and-settle.ts",
  right: "type Refusal =",
  wrong: `async function slowly<T>(loaded: Promise<T>): Promise<T> {
  const value = await loaded;
  await new Promise((resume) => setTimeout(resume, 400));
  return value;
}

type Refusal =`,
};

export const SLOW_BUT_RIGHT: readonly Wrong[] = [
  {
    file: "lib/cache/load-and-settle.ts",
    right: "const value = await load(crew, task);",
    wrong: "const value = await slowly(load(crew, task));",
  },
  SLOWLY,
];

/** Not wrong either: who writes waits for no load, and so writes often enough to overtake one. */
const WITHOUT_READING_OWN: Wrong = {
  file: "tests/faults/writer.ts",
  right: "if (way < 0.5 || way > 0.7) for (const change of changes) await this.#readOwn(change);",
  wrong: "",
};

/** The guard that finds ids running backwards, which would hide the fault. */
const BACKWARDS_IS_FINE: Wrong = {
  file: "lib/cache/change-clock.ts",
  right: "if (poll.snapshot.xmax < this.seen.xmax) this.#lose(poll.identity);",
  wrong: "if (poll.snapshot.xmax < this.seen.xmax) this.polledAtMs = poll.startedAtMs;",
};

/** Not wrong either: an auditor reads the journal for itself, and with it the process would hear after all. */
const WITHOUT_AUDITOR: Wrong = {
  file: "tests/faults/reader.ts",
  right: "  void auditForEver(runtime, say);",
  wrong: "",
};

/** Designs that are known to be wrong, as the portal with one thing changed. */
export const KNOWN_BAD: readonly KnownBad[] = [
  {
    name: "deletes on a message, and hears of nothing else",
    wrongs: [
      TRUSTS_FOR_EVER,
      WITHOUT_AUDITOR,
      { file: "lib/platform/journal-tail.ts", right: "pollEveryMs: 50,", wrong: "pollEveryMs: 3_600_000," },
      {
        file: "lib/platform/create-runtime.ts",
        right: "limits: { ...TAIL_LIMITS, pollEveryMs: env.JOURNAL_POLL_MS },",
        wrong: "limits: TAIL_LIMITS,",
      },
    ],
    faults: ["redis: cut", "redis: refused"],
  },
  {
    name: "passes over what commits late, as reading by ids does",
    wrongs: [
      {
        file: "lib/platform/journal-poll.ts",
        right: "WHERE xid = ANY ($2::xid8[]) AND xid < $1::xid8",
        wrong: "WHERE xid = ANY ($2::xid8[]) AND xid < $1::xid8 AND false",
      },
    ],
    faults: ["redis: latency"],
  },
  {
    name: "stamps after the load",
    wrongs: [
      {
        file: "lib/cache/load-and-settle.ts",
        right: "const value = await load(crew, task);",
        wrong:
          "const value = await slowly(load(crew, task)); Object.assign(begun, { version: crew.clock.version, stamp: crew.clock.seen });",
      },
      SLOWLY,
    ],
    faults: [],
  },
  {
    name: "lets late callers into a load that a change has overtaken",
    wrongs: [
      {
        file: "lib/cache/single-flight.ts",
        right: `if (begun.order > caller.order) return "open";`,
        wrong: `return "open";`,
      },
      ...SLOW_BUT_RIGHT,
      WITHOUT_READING_OWN,
    ],
    faults: [],
  },
  {
    name: "trusts its clock for ever",
    wrongs: [TRUSTS_FOR_EVER],
    faults: ["postgres: a process in a black hole", "postgres: a process cut off"],
  },
  {
    name: "takes any database for the same",
    wrongs: [
      BACKWARDS_IS_FINE,
      {
        file: "lib/cache/change-clock.ts",
        right: "if (poll.identity === this.#lostIdentity) return;",
        wrong: 'poll = { ...poll, identity: "any" };',
      },
      {
        file: "lib/platform/journal-tail.ts",
        right: "if (clock.identity === undefined || reading.identity === clock.identity) return reading;",
        wrong: "if (clock.seen.xmax >= 0n) return reading;",
      },
    ],
    faults: ["postgres: a snapshot of its storage restored"],
  },
  {
    name: "believes in ids that a crash gives out again",
    wrongs: [
      BACKWARDS_IS_FINE,
      {
        file: "lib/cache/change-clock.ts",
        right: "clamp(poll.snapshot, this.#seenLimit(poll, hasMissed))",
        wrong: "this.#seenLimit(poll, hasMissed) > 0n ? poll.snapshot : poll.snapshot",
      },
    ],
    faults: ["postgres: crashed and restarted"],
  },
  {
    name: "loads in two statements",
    wrongs: [
      {
        file: "lib/listings/queries.ts",
        right:
          "return { ...toCard(row.card), ...row.rest, inspections: upcoming, images: picturesOf(row.card) };",
        wrong: `const [again] = await runtime().database.$queryRaw<ListingRow[]>(listingStatement(id));
    const { price } = (again ?? row).card;
    return { ...toCard(row.card), ...row.rest, inspections: upcoming, images: picturesOf(row.card), price };`,
      },
    ],
    faults: ["postgres: latency for a process"],
  },
  {
    name: "cuts the history of a tag without a floor",
    wrongs: [
      { file: "lib/cache/change-clock.ts", right: "history.floor = this.seen;", wrong: "" },
      {
        file: "lib/platform/cache-limits.ts",
        right: "const XIDS_PER_TAG_MAX = 32;",
        wrong: "const XIDS_PER_TAG_MAX = 1;",
      },
    ],
    faults: ["redis: an old image restored", "a reader killed"],
  },
];

/** A copy of the project with these things wrong; throws when what is to be replaced does not stand there exactly once. */
export function makeVariant(wrongs: readonly Wrong[]): { readonly folder: string; remove(): void } {
  mkdirSync(DATA, { recursive: true });
  const folder = mkdtempSync(join(DATA, "known-bad-"));
  for (const name of ["lib", "bench", "tests", "prisma", "package.json", "tsconfig.json"])
    cpSync(join(CLONE, name), join(folder, name), { recursive: true });
  symlinkSync(join(CLONE, "node_modules"), join(folder, "node_modules"));
  for (const { file, right, wrong } of wrongs) {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    if (text.split(right).length !== 2) throw new Error(`${file} does not say once: ${right}`);
    writeFileSync(
      path,
      text.replace(right, () => wrong),
    );
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
