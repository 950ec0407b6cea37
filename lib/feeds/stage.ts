import "server-only";
import type { FeedListing } from "@/lib/feeds/read-row";
import type { RowIssue } from "@/lib/feeds/row-reading";
import { KEY_COLUMNS, LISTING_COLUMNS } from "@/lib/feeds/staged-columns";
import type { PostgresClient } from "@/lib/platform/postgres-client";

const BATCH_ROWS = 1_000;
const STAGED = [...KEY_COLUMNS, ...LISTING_COLUMNS];
const DEFINITIONS = STAGED.map(({ column, type }) => `${column} ${type}`).join(", ");
const NAMES = STAGED.map(({ column }) => column).join(", ");

const TABLES = `
  CREATE TEMPORARY TABLE staged_row (line integer PRIMARY KEY, locality_id integer, ${DEFINITIONS});
  CREATE TEMPORARY TABLE staged_issue (line integer, column_name text, value text, reason text)`;

/** Gathers the rows of a file, and what is wrong with others, in temporary tables of the connection; they end with it. */
export class Stage {
  #rows: object[] = [];
  #issues: object[] = [];

  private constructor(readonly client: PostgresClient) {}

  static async open(client: PostgresClient): Promise<Stage> {
    await client.query(TABLES);
    return new Stage(client);
  }

  async addRow(line: number, listing: FeedListing): Promise<void> {
    const columns = STAGED.map(({ field, column }) => [column, listing[field]]);
    this.#rows.push({ line, ...Object.fromEntries(columns) });
    if (this.#rows.length >= BATCH_ROWS) await this.#flushRows();
  }

  async refuse(line: number, issues: readonly RowIssue[]): Promise<void> {
    this.#issues.push(
      ...issues.map(({ column, value, reason }) => ({ line, column_name: column, value, reason })),
    );
    if (this.#issues.length >= BATCH_ROWS) await this.#flushIssues();
  }

  async flush(): Promise<void> {
    await this.#flushRows();
    await this.#flushIssues();
    // Nothing else gathers statistics of a temporary table, and the joins that follow depend on them.
    await this.client.query("ANALYZE staged_row");
  }

  async #flushRows(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    await this.client.query(
      `INSERT INTO staged_row (line, ${NAMES})
       SELECT line, ${NAMES} FROM jsonb_to_recordset($1::jsonb) AS row (line integer, ${DEFINITIONS})`,
      [JSON.stringify(rows)],
    );
  }

  async #flushIssues(): Promise<void> {
    const issues = this.#issues;
    this.#issues = [];
    await this.client.query(
      `INSERT INTO staged_issue
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS issue (line integer, column_name text, value text, reason text)`,
      [JSON.stringify(issues)],
    );
  }
}
