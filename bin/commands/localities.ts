import { basename } from "node:path";
import { Command } from "commander";
import { withPortal } from "@/bin/commands/with-portal";
import { importGeonames, type LocalitiesImport } from "@/lib/localities/import-geonames";
import { createProgress } from "@/lib/platform/progress";
import { textFileBytes } from "@/lib/platform/text-file";

const REFUSALS_SHOWN = 5;
const EXAMPLES = `
The file has one place a line, without a header, as at https://download.geonames.org/export/zip/ (GeoNames, CC BY 4.0):
country, postcode, place, state, …, latitude, longitude, accuracy, separated by tabs. Places that are there get the
postcodes that they lack; places that are missing are added; nothing is renamed and no address changes.

Example:
  bin/verandah localities import AU.txt`;

export function localitiesCommand(): Command {
  return new Command("localities")
    .description("Suburbs and other places.")
    .addCommand(
      new Command("import")
        .description("Add places and postcodes from a postal file of GeoNames.")
        .argument("<file>", "the postal file of a country")
        .addHelpText("after", EXAMPLES)
        .action(runImport),
    );
}

async function runImport(file: string): Promise<void> {
  const bytes = await textFileBytes(file);
  await withPortal("localities import", async () => {
    const progress = createProgress(basename(file), bytes, process.stderr);
    console.log(reportText(await importGeonames(file, progress.at).finally(progress.end)));
  });
}

function reportText({
  rowsRead,
  rowsRefused,
  created,
  updated,
  leftOut,
  refusals,
}: LocalitiesImport): string {
  const number = (count: number) => count.toLocaleString("en");
  const lines = [
    created + updated === 0
      ? `Nothing changed: everything in these ${number(rowsRead)} rows is known.`
      : `${number(rowsRead)} rows read: ${number(created)} localities added, ${number(updated)} given postcodes.`,
  ];
  if (leftOut > 0)
    lines.push(`  ${number(leftOut)} rows left out: post boxes and mail centres that are no place to live`);
  lines.push(`  ${number(rowsRefused)} rows refused${rowsRefused > 0 ? ":" : ""}`);
  for (const { line, column, reason } of refusals.slice(0, REFUSALS_SHOWN)) {
    lines.push(`    line ${line}: ${column} ${reason}`);
  }
  return lines.join("\n");
}
