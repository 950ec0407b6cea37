import type { Client } from "pg";
import type { Action } from "@/tests/support/journal-schedule";

type Writer = { readonly client: Client; isOpen: boolean; savepoints: number };

type WriterAction = Extract<Action, { readonly writer: number }>;

/** Half of what the test's server allows, so that nobody is refused. */
const PREPARED_MAX = 5;

/** More subtransactions than Postgres keeps at hand for each session (64). */
const MANY_SAVEPOINTS = `
  DO $$ BEGIN
    FOR n IN 1..70 LOOP
      BEGIN INSERT INTO filler VALUES (n); EXCEPTION WHEN division_by_zero THEN NULL; END;
    END LOOP;
  END $$`;

/** One row of truth for each write of a tag, so that writers never wait for each other; in the transaction that notes it. */
export const TRUTH = `
  CREATE TABLE truth (id bigserial PRIMARY KEY, tag text NOT NULL, xid xid8 NOT NULL DEFAULT pg_current_xact_id());
  CREATE TABLE filler (n integer)`;
const NOTE = "WITH written AS (INSERT INTO truth (tag) SELECT unnest($1::text[])) SELECT cache_note($1)";

/** Connections that write, and the transactions that were prepared on them. */
export class JournalWriters {
  readonly #writers: readonly Writer[];
  readonly #clerk: Client;
  readonly #count: (what: string) => void;
  #prepared: string[] = [];
  #preparedEver = 0;

  constructor(clients: readonly Client[], clerk: Client, count: (what: string) => void) {
    this.#writers = clients.map((client) => ({ client, isOpen: false, savepoints: 0 }));
    this.#clerk = clerk;
    this.#count = count;
  }

  async do(action: WriterAction): Promise<void> {
    const writer = this.#writers[action.writer];
    if (writer === undefined) throw new Error(`There is no writer ${action.writer}.`);
    if (action.kind === "note") {
      await writer.client.query(NOTE, [action.tags]);
      this.#count(writer.savepoints > 0 ? "note below a savepoint" : "note");
    } else if (action.kind === "begin") {
      if (!writer.isOpen) await writer.client.query("BEGIN");
      writer.isOpen = true;
    } else if (writer.isOpen) await this.#go(writer, action.kind);
  }

  async finishPrepared(which: number, isCommitted: boolean): Promise<void> {
    if (this.#prepared.length === 0) return;
    const [gid] = this.#prepared.splice(which % this.#prepared.length, 1);
    await this.#clerk.query(`${isCommitted ? "COMMIT" : "ROLLBACK"} PREPARED '${gid}'`);
    this.#count(isCommitted ? "commit-prepared" : "roll-back-prepared");
  }

  /** Rolls back whatever is open. */
  async rollBack(): Promise<void> {
    for (const writer of this.#writers) if (writer.isOpen) await this.#end(writer, "ROLLBACK");
    while (this.#prepared.length > 0) await this.finishPrepared(0, false);
  }

  async #go(writer: Writer, kind: Exclude<WriterAction["kind"], "begin" | "note">): Promise<void> {
    this.#count(kind);
    switch (kind) {
      case "take-id":
        await writer.client.query("SELECT pg_current_xact_id()");
        return;
      case "savepoint":
        await writer.client.query(`SAVEPOINT s${writer.savepoints++}`);
        return;
      case "many-savepoints":
        await writer.client.query(MANY_SAVEPOINTS);
        return;
      case "roll-back-to-savepoint":
        if (writer.savepoints > 0) await writer.client.query(`ROLLBACK TO s${--writer.savepoints}`);
        return;
      case "prepare":
        return this.#prepare(writer);
      default:
        return this.#end(writer, kind === "commit" ? "COMMIT" : "ROLLBACK");
    }
  }

  async #prepare(writer: Writer): Promise<void> {
    if (this.#prepared.length >= PREPARED_MAX) return;
    const gid = `prepared ${this.#preparedEver++}`;
    await this.#end(writer, `PREPARE TRANSACTION '${gid}'`);
    this.#prepared.push(gid);
  }

  async #end(writer: Writer, statement: string): Promise<void> {
    await writer.client.query(statement);
    writer.isOpen = false;
    writer.savepoints = 0;
  }
}
