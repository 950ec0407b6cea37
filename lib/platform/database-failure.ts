import { z } from "zod";
import { AppError } from "@/lib/errors";

/** As Prisma reports what its adapter met; read by shape, since a class has one copy per bundle. */
const PRISMA_FAILURE = z.object({
  code: z.string(),
  meta: z
    .object({
      driverAdapterError: z
        .object({ cause: z.object({ kind: z.string(), originalCode: z.string().optional() }).partial() })
        .optional(),
    })
    .optional(),
});

/** Prisma: not reachable, timed out, closed, no connection free, transaction not begun in time or overrun. */
const AWAY_CODES: ReadonlySet<string> = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);
const AWAY_KINDS: ReadonlySet<string> = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
]);
/** SQLSTATE: connection exceptions, insufficient resources, statement cancelled, shutting down (Postgres documentation, appendix A). */
const AWAY_STATES = /^(08...|53...|57014|57P0[1-3])$/;
const ROW_HELD = "55P03";
/** What pg and its pool throw without a code, and Prisma hands on as it is. */
const AWAY_MESSAGE = /^(timeout exceeded when trying to connect|Connection terminated)/;

/**
 * What a failed query means to whoever asked for it: unavailable when the database is away or overloaded, conflict when somebody else
 * holds the row. undefined for every other failure, which is ours.
 */
export function databaseFailure(thrown: unknown): AppError | undefined {
  if (thrown instanceof Error && AWAY_MESSAGE.test(thrown.message)) return away(thrown);
  const read = PRISMA_FAILURE.safeParse(thrown);
  if (!read.success) return undefined;
  const { code, meta } = read.data;
  const { kind = "", originalCode = "" } = meta?.driverAdapterError?.cause ?? {};
  if (originalCode === ROW_HELD)
    return new AppError("conflict", "Somebody else is changing this right now; try again in a moment.", {
      cause: thrown,
    });
  const isAway = AWAY_CODES.has(code) || AWAY_KINDS.has(kind) || AWAY_STATES.test(originalCode);
  return isAway ? away(thrown) : undefined;
}

function away(cause: unknown): AppError {
  const message = "The database cannot answer right now. Try again in a moment.";
  return new AppError("unavailable", message, { cause });
}
