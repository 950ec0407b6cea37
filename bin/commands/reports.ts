import { Command } from "commander";
import { withPortal } from "@/bin/commands/with-portal";
import { closeReport } from "@/lib/reports/commands";
import { listOpenReports } from "@/lib/reports/queries";
import { type OpenReport, REPORT_WORDS } from "@/lib/reports/report";

export function reportsCommand(): Command {
  const reports = new Command("reports").description("What visitors say is wrong with listings.");
  reports
    .command("list", { isDefault: true })
    .description("Print the open reports, the oldest first.")
    .action(() => withPortal("reports list", list));
  reports
    .command("close <reference>")
    .description("A report has been looked into; the address of whoever sent it is forgotten.")
    .action((reference: string) => withPortal("reports close", () => closeReport(reference.toUpperCase())));
  return reports;
}

async function list(): Promise<void> {
  const open = await listOpenReports();
  if (open.length === 0) console.error("No report is open.");
  for (const report of open) console.log(reportText(report));
}

function reportText({ reference, listing, reason, message, email, createdAt }: OpenReport): string {
  const lines = [
    `${reference}  ${createdAt.slice(0, 16).replace("T", " ")} UTC  listing ${listing.id}: ${oneLine(listing.headline)}`,
    `  ${REPORT_WORDS[reason]}`,
    ...message.split("\n").map((line) => `  > ${oneLine(line)}`),
    ...(email === null ? [] : [`  from ${oneLine(email)}`]),
  ];
  return lines.join("\n");
}

/** What others wrote may hold characters that work a terminal. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}
