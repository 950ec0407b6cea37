import "server-only";
import { open } from "node:fs/promises";
import { AppError } from "@/lib/errors";
import type { RowIssue } from "@/lib/feeds/row-reading";
import type { PostgresClient } from "@/lib/platform/postgres-client";

const PAGE_ROWS = 1_000;

export type StagedIssue = RowIssue & { readonly line: number };

/** Writes the staged issues, by line, as CSV (line, column, value, reason). AppError when the file cannot be written. */
export async function writeRejects(client: PostgresClient, path: string): Promise<void> {
  const file = await open(path, "w").catch((cause) => {
    throw new AppError(
      "bad_request",
      `The refused rows cannot be written to ${path}; give another place with --rejects.`,
      {
        cause,
      },
    );
  });
  try {
    await file.write("line,column,value,reason\n");
    for (let offset = 0; ; offset += PAGE_ROWS) {
      const issues = await readIssues(client, { limit: PAGE_ROWS, offset });
      await file.write(issues.map(toCsv).join(""));
      if (issues.length < PAGE_ROWS) return;
    }
  } finally {
    await file.close();
  }
}

/** Staged issues in the order of their lines. */
export async function readIssues(
  client: PostgresClient,
  { limit, offset }: { limit: number; offset: number },
): Promise<StagedIssue[]> {
  const { rows } = await client.query<StagedIssue>(
    `SELECT line, column_name AS column, value, reason FROM staged_issue ORDER BY line, column_name, reason LIMIT $1 OFFSET $2`,
    [limit, offset],
  );
  return rows;
}

function toCsv({ line, column, value, reason }: StagedIssue): string {
  return `${[String(line), column ?? "", value ?? "", reason].map(quoted).join(",")}\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
