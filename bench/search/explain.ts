import { readFileSync } from "node:fs";
import type { MixRequest } from "@/bench/mix";
import { requestText } from "@/bench/search/ask";
import { withRuntime } from "@/bench/search/runtimes";
import type { Stage } from "@/bench/search/stage";
import { time } from "@/bench/search/timing";

/** Of a session: Postgres itself then logs the plan of each statement as it ran, with its values (its documentation, "auto_explain"). */
const EXPLAINED = {
  session_preload_libraries: "auto_explain",
  "auto_explain.log_min_duration": 0,
  "auto_explain.log_analyze": "on",
  "auto_explain.log_buffers": "on",
  "auto_explain.log_settings": "on",
  // And how long each step of a statement took: what is planned is so while its values are bound.
  log_min_duration_statement: 0,
};
/** What is asked all the time beside the requests. */
const OF_THE_JOURNAL = /journal|cache_identity|pg_current_snapshot/;
const LOG_WAIT_MS = 200;
const SHOWN_MIN_MS = 0.05;

/** Prints EXPLAIN (ANALYZE, BUFFERS) of what each request runs, cold. */
export async function explainEach(stage: Stage, requests: readonly MixRequest[]): Promise<void> {
  const settings = Object.entries(EXPLAINED).map(([name, value]) => `-c ${name}=${value}`);
  const explained = new URL(stage.databaseUrl);
  explained.searchParams.set("options", settings.join(" "));
  const { redisUrl } = stage;
  await withRuntime({ databaseUrl: explained.href, redisUrl }, "cold", async () => {
    for (const request of requests) {
      // The first time it is planned, and what it needs is read.
      await time(request);
      const before = readFileSync(stage.postgresLog, "utf8").length;
      const { tookMs } = await time(request);
      await new Promise((resolve) => setTimeout(resolve, LOG_WAIT_MS));
      const written = readFileSync(stage.postgresLog, "utf8").slice(before);
      console.log(`\n### ${requestText(request)}: ${tookMs.toFixed(1)} ms\n`);
      console.log(`${stepsIn(written)}\n`);
      for (const plan of plansIn(written)) console.log(`\`\`\`\n${plan}\n\`\`\``);
    }
  });
}

/** In milliseconds, of all its statements: "parse 0.4, bind (and plan) 3.1, execute 5.0 ms". */
function stepsIn(written: string): string {
  const sums = { parse: 0, bind: 0, execute: 0 };
  for (const entry of entriesIn(written)) {
    const [, ms, step] = /duration: ([\d.]+) ms {2}(parse|bind|execute) /.exec(entry) ?? [];
    if (step === "parse" || step === "bind" || step === "execute") sums[step] += Number(ms);
  }
  const { parse, bind, execute } = sums;
  return `In Postgres: parse ${parse.toFixed(1)}, bind (and plan) ${bind.toFixed(1)}, execute ${execute.toFixed(1)} ms.`;
}

/** Without those of functions that are called while a statement is planned, which take microseconds each. */
function plansIn(written: string): readonly string[] {
  return entriesIn(written)
    .filter(
      (entry) => / plan:$/m.test(entry) && Number(/duration: ([\d.]+) ms/.exec(entry)?.[1]) > SHOWN_MIN_MS,
    )
    .map((entry) => entry.replace(/^.*?duration:/, "duration:").trimEnd());
}

function entriesIn(written: string): readonly string[] {
  return written.split(/^(?=\S)/m).filter((entry) => !OF_THE_JOURNAL.test(entry));
}
