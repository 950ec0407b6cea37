import { z } from "zod";
import { AppError } from "@/lib/errors";

const CAUSE = z.object({ kind: z.string(), originalCode: z.string() }).partial();
/** As Prisma reports what its adapter met; read by shape, since a class has one copy per bundle. */
const PRISMA_FAILURE = z.object({
  code: z.string(),
  meta: z.object({ driverAdapterError: z.object({ cause: CAUSE }).optional() }).optional(),
});
/** As the adapter itself reports it: what fails in a COMMIT of an interactive transaction comes as it is. */
const ADAPTER_FAILURE = z.object({ name: z.literal("DriverAdapterError"), cause: CAUSE });

/** Prisma: not reachable, timed out, closed, no connection free, transaction not begun in time or overrun. */
const AWAY_CODES: ReadonlySet<string> = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);
const AWAY_KINDS: ReadonlySet<string> = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
]);
/**
 * SQLSTATE: connection exceptions, insufficient resources, statement cancelled, shutting down, and read-only, as a standby is until it is
 * promoted (Postgres documentation, appendix A).
 */
const AWAY_STATES = /^(08...|53...|57014|57P0[1-3]|25006)$/;
/** A row that stays locked, a deadlock, an order of transactions that cannot be. */
const HELD_STATES: ReadonlySet<string> = new Set(["55P03", "40P01", "40001"]);
/** Prisma's codes for a statement that was refused. P2028, that a transaction is over, may come of its commit. */
const REFUSED_CODES = /^P2(?!028)\d{3}$/;
/** SQLSTATE of what may happen to a server, or to the way there, while it commits. */
const UNCERTAIN_STATES = /^(08|53|57P|58|F0|XX|40003)/;
/** What pg and its pool throw without a code, and Prisma hands on as it is. */
const AWAY_MESSAGE = /^(timeout exceeded when trying to connect|Connection terminated)/;

/**
 * What a failed query means to whoever asked for it: unavailable when the database is away or overloaded, conflict when somebody else
 * holds the row or was there first. undefined for every other failure, which is ours.
 */
export function databaseFailure(thrown: unknown): AppError | undefined {
  if (thrown instanceof Error && AWAY_MESSAGE.test(thrown.message)) return away(thrown);
  const failure = readFailure(thrown);
  if (failure === undefined) return undefined;
  const { code, kind, state } = failure;
  if (HELD_STATES.has(state))
    return new AppError("conflict", "Somebody else is changing this right now; try again in a moment.", {
      cause: thrown,
    });
  const isAway = AWAY_CODES.has(code) || AWAY_KINDS.has(kind) || AWAY_STATES.test(state);
  return isAway ? away(thrown) : undefined;
}

/**
 * Whether a failed write was certainly not committed: the database itself refused it. Of everything else, a connection that was lost
 * above all, nobody can tell.
 */
export function isRefusal(thrown: unknown): boolean {
  const failure = readFailure(thrown);
  if (failure === undefined || AWAY_KINDS.has(failure.kind) || UNCERTAIN_STATES.test(failure.state))
    return false;
  return failure.state !== "" || REFUSED_CODES.test(failure.code);
}

function readFailure(thrown: unknown): { code: string; kind: string; state: string } | undefined {
  const prisma = PRISMA_FAILURE.safeParse(thrown).data;
  const cause = prisma?.meta?.driverAdapterError?.cause ?? ADAPTER_FAILURE.safeParse(thrown).data?.cause;
  if (prisma === undefined && cause === undefined) return undefined;
  return { code: prisma?.code ?? "", kind: cause?.kind ?? "", state: cause?.originalCode ?? "" };
}

function away(cause: unknown): AppError {
  const message = "The database cannot answer right now. Try again in a moment.";
  return new AppError("unavailable", message, { cause });
}
