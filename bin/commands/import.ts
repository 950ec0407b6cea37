import { basename } from "node:path";
import { Command } from "commander";
import { withPortal } from "@/bin/commands/with-portal";
import { type ImportReport, importListings } from "@/lib/feeds/commands";
import { ListingRow } from "@/lib/listings/listing-limits";
import { resolveLocalities } from "@/lib/localities/resolve-localities";
import { createProgress } from "@/lib/platform/progress";
import { textFileBytes } from "@/lib/platform/text-file";

const EXAMPLES = `
What the file says of a listing is brought into the portal; the same file again changes nothing. A row that
cannot be used is left out and listed, with its line and the reason, in a file beside where you are.

Examples:
  bin/verandah import kc_house_data.csv --mapping king-county
  bin/verandah import sales.csv --mapping my-mapping.yaml --dry-run

A mapping says what the columns mean; lib/feeds/mappings/king-county.yaml is one to start from.`;

type Options = { readonly mapping: string; readonly dryRun?: boolean; readonly rejects?: string };

export function importCommand(): Command {
  return new Command("import")
    .description("Import listings from a CSV file.")
    .argument("<file>", "the CSV file, in UTF-8, with a header")
    .requiredOption(
      "--mapping <mapping>",
      "a mapping file (YAML), or the name of one that is shipped: king-county",
    )
    .option("--dry-run", "say what would change, and change nothing in the portal")
    .option("--rejects <path>", "where refused rows are listed (default: <file>.rejects.csv in this folder)")
    .addHelpText("after", EXAMPLES)
    .action(runImport);
}

async function runImport(file: string, { mapping, dryRun = false, rejects }: Options): Promise<void> {
  const startedAt = performance.now();
  const bytes = await textFileBytes(file);
  await withPortal("import", async () => {
    const progress = createProgress(basename(file), bytes, process.stderr);
    const request = {
      file,
      mapping,
      isDryRun: dryRun,
      rejects: rejects ?? `${basename(file)}.rejects.csv`,
      onBytes: progress.at,
    };
    const report = await importListings(request, { rules: ListingRow, resolveLocalities }).finally(
      progress.end,
    );
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    console.log(reportText(report, { seconds, isDryRun: dryRun }));
  });
}

function reportText(
  report: ImportReport,
  { seconds, isDryRun }: { seconds: string; isDryRun: boolean },
): string {
  const { created, updated, unchanged, sales, localities, rowsRead, rowsRefused } = report;
  const isUnchanged = created + updated === 0;
  const rows = `${count(rowsRead, "row")} read in ${seconds} s`;
  const lines = isUnchanged
    ? [`${report.source}: nothing changed: ${count(unchanged, "listing")} as they were (${rows})`]
    : [
        `${report.source}: ${rows}`,
        `  ${count(created, "listing")} created, ${number(updated)} updated, ${number(unchanged)} as they were`,
        `  ${count(sales, "sale")} and ${count(localities, "locality", "localities")} added`,
      ];
  if (isDryRun) lines.unshift("A dry run: this is what would change; nothing did.");
  return [...lines, ...refusalLines(report, rowsRefused)].join("\n");
}

function refusalLines({ issues, rejects }: ImportReport, rowsRefused: number): string[] {
  if (rejects === null) return ["  0 rows refused"];
  const examples = issues.map(({ line, column, value, reason }) => {
    const where = column === null ? "" : `${column} ${JSON.stringify(value)} `;
    return `    line ${line}: ${where}${reason}`;
  });
  return [`  ${count(rowsRefused, "row")} refused; all of them, with reasons, in ${rejects}:`, ...examples];
}

function count(amount: number, one: string, many = `${one}s`): string {
  return `${number(amount)} ${amount === 1 ? one : many}`;
}

function number(amount: number): string {
  return amount.toLocaleString("en");
}
