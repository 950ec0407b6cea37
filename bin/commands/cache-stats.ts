import { AppError } from "@/lib/errors";
import { askDesks, type DeskAnswer } from "@/lib/platform/cache-desk";
import type { Runtime } from "@/lib/platform/runtime";

const ANSWER_WAIT_MS = 600;

/** What the caches of all running processes did since each began, as a table by read. AppError unavailable when none answers. */
export async function describeStats({ channels, redis }: Runtime): Promise<string> {
  if (redis === null)
    throw new AppError(
      "unavailable",
      "Processes are asked through Redis, and none is configured; set REDIS_URL.",
    );
  const answers = await askDesks(channels, null, ANSWER_WAIT_MS);
  if (answers.length === 0)
    throw new AppError("unavailable", "No process answered; is the portal running, with the same REDIS_URL?");
  return [...answers.map(describeProcess), ...describeReads(answers), describeInvalidations(answers)].join(
    "\n",
  );
}

function describeProcess({ process, upForMs, pollAgeMs, entries, bytes }: DeskAnswer): string {
  const poll = pollAgeMs === null ? "follows no journal now" : `journal read ${Math.round(pollAgeMs)} ms ago`;
  return `process ${process}: up ${Math.round(upForMs / 1000)} s, ${entries} entries, ${(bytes / 1_048_576).toFixed(1)} MB, ${poll}`;
}

function describeReads(answers: readonly DeskAnswer[]): readonly string[] {
  const names = [...new Set(answers.flatMap(({ reads }) => Object.keys(reads)))].sort();
  const header = ["read", "asked", "memory", "Redis", "loads", "failed", "stale", "ms a load"];
  const rows = names.map((name) => {
    const sum = (
      figure: "memoryHits" | "sharedHits" | "misses" | "loads" | "failedLoads" | "stale" | "loadingMs",
    ) => answers.reduce((total, { reads }) => total + (reads[name]?.[figure] ?? 0), 0);
    const asked = sum("memoryHits") + sum("misses");
    const share = (count: number) => (asked === 0 ? "-" : `${((100 * count) / asked).toFixed(1)} %`);
    const loads = sum("loads");
    return [
      ...[name, String(asked), share(sum("memoryHits")), share(sum("sharedHits")), String(loads)],
      ...[
        String(sum("failedLoads")),
        String(sum("stale")),
        loads === 0 ? "-" : (sum("loadingMs") / loads).toFixed(1),
      ],
    ];
  });
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [
    "",
    ...[header, ...rows].map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")),
  ];
}

function describeInvalidations(answers: readonly DeskAnswer[]): string {
  const causes = [...new Set(answers.flatMap(({ invalidations }) => Object.keys(invalidations)))];
  const counted = causes.map(
    (cause) => `${cause} ${answers.reduce((sum, { invalidations }) => sum + (invalidations[cause] ?? 0), 0)}`,
  );
  return `\nentries that no longer answered, by cause: ${counted.join(", ")}`;
}
