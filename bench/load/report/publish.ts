import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import type { Findings, Head } from "@/bench/load/report/findings";
import { htmlReport } from "@/bench/load/report/html-report";
import { textReport } from "@/bench/load/report/text-report";
import { holds } from "@/bench/search/bounds";
import { DATA } from "@/lib/platform/services/clone";

export type Published = Omit<Head, "takenAt" | "machine"> & { readonly out: string | undefined };

/** Prints what was found, and writes it for people (HTML) and for programs (JSON). Throws when a bound does not hold, after all that. */
export async function publish({ out, ...given }: Published, findings: Findings): Promise<void> {
  const head: Head = { ...given, takenAt: new Date().toISOString(), machine: machineText() };
  const folder = out ?? `${DATA}/load`;
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${head.name}-${head.takenAt.replaceAll(/[:.]/g, "-")}`;
  const { charts: _, data, ...shown } = findings;
  writeFileSync(`${file}.json`, `${JSON.stringify({ ...head, ...shown, data }, null, 2)}\n`);
  writeFileSync(`${file}.html`, htmlReport(head, findings));
  console.log(`\n${textReport(head, findings)}\n`);
  console.error(`${file}.html and .json are written.`);
  const broken = findings.cases.filter((each) => !holds(each));
  if (broken.length > 0)
    throw new Error(`Bounds that do not hold: ${broken.map(({ name }) => name).join("; ")}.`);
}

function machineText(): string {
  const [processor] = cpus();
  return `${cpus().length} cores (${processor?.model ?? "unknown"}) for everything, the driver too; Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} at the end`;
}
