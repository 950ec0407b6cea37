import { expect, test } from "vitest";
import { databaseFailure, isRefusal } from "@/lib/platform/database-failure";

/** As Prisma reports what its adapter met. */
function reported(code: string, cause: { kind?: string; originalCode?: string } = {}) {
  return Object.assign(new Error(code), { code, meta: { driverAdapterError: { cause } } });
}

/** As the adapter reports it where Prisma hands it on: in the COMMIT of an interactive transaction. */
function bare(cause: { kind?: string; originalCode?: string }) {
  return Object.assign(new Error(cause.kind), { name: "DriverAdapterError", cause });
}

const REFUSALS = {
  "a unique value that exists": reported("P2002", {
    kind: "UniqueConstraintViolation",
    originalCode: "23505",
  }),
  "a row that is not there": Object.assign(new Error(), { code: "P2025", meta: { modelName: "Listing" } }),
  "a raw statement with a fault": reported("P2010", { kind: "postgres", originalCode: "42601" }),
  "a statement that took too long": reported("P2010", { kind: "postgres", originalCode: "57014" }),
  "a commit without an order": bare({ kind: "TransactionWriteConflict", originalCode: "40001" }),
};

const DOUBTS = {
  "a connection that ended": new Error("Connection terminated unexpectedly"),
  "a pipe that broke": Object.assign(new Error("write EPIPE"), { code: "EPIPE", syscall: "write" }),
  "a reset in a commit": bare({ kind: "ConnectionClosed" }),
  "a reset in a raw statement": reported("P2010", { kind: "ConnectionClosed" }),
  "a reset in a statement": reported("P1017", { kind: "ConnectionClosed" }),
  "a server that shuts down": reported("P2010", { kind: "postgres", originalCode: "57P01" }),
  "a commit that says itself that it does not know": bare({ kind: "postgres", originalCode: "40003" }),
  "a transaction that is over": Object.assign(new Error(), { code: "P2028", meta: {} }),
  "what has no shape": "broken",
};

test.for(Object.entries(REFUSALS))("%s was certainly not committed", ([, thrown]) => {
  expect(isRefusal(thrown)).toBe(true);
});

test.for(Object.entries(DOUBTS))("%s may have been committed", ([, thrown]) => {
  expect(isRefusal(thrown)).toBe(false);
});

test("a connection lost in a commit, and a deadlock, are told to people like everywhere else", () => {
  expect(databaseFailure(bare({ kind: "ConnectionClosed" }))?.code).toBe("unavailable");
  expect(databaseFailure(bare({ kind: "postgres", originalCode: "40P01" }))?.code).toBe("conflict");
  expect(databaseFailure(reported("P2034", { originalCode: "40001" }))?.code).toBe("conflict");
  expect(databaseFailure(DOUBTS["a pipe that broke"])).toBeUndefined();
});

test("a database that is a standby until it is promoted is told to people as one that is away, and has committed nothing", () => {
  const readOnly = reported("P2010", { kind: "postgres", originalCode: "25006" });
  expect(databaseFailure(readOnly)?.code).toBe("unavailable");
  expect(isRefusal(readOnly)).toBe(true);
});
