import "server-only";
import { createHash } from "node:crypto";
import { addressBlock } from "@/lib/accounts/address-block";
import {
  ACCOUNT_RULE,
  ADDRESS_RULE,
  afterAttempt,
  PAIR_RULE,
  REPORT_RULE,
  type Throttled,
  type ThrottleRule,
  waitOf,
} from "@/lib/accounts/throttle-rules";
import { AppError } from "@/lib/errors";
import type { Transaction } from "@/lib/platform/prisma";
import { runtime } from "@/lib/platform/runtime";

const DAY = 86_400_000;
const KNOWN_FOR_MS = 90 * DAY;
const FORGOTTEN_AT_ONCE = 20;

type Counted = {
  readonly key: string;
  readonly rule: ThrottleRule;
  /** Of this alone a success clears everything; of the others it takes back its own attempt. */
  readonly isOwn: boolean;
  readonly exempts?: boolean;
};

/** What an attempt counts for. `known`: a note that exempts from what many addresses did together. */
export type Attempt = {
  readonly counted: readonly Counted[];
  readonly known: string | null;
  /** What is told to whoever has to wait. */
  readonly refusal: string;
};

const WRONG = "That was wrong too often";

/** A sign-in by a name and a password, whether or not there is such an account. */
export function signInAttempt(email: string, address: string): Attempt {
  const account = digest(email);
  const block = addressBlock(address);
  const pair = digest(`${account} ${block}`);
  return {
    counted: [
      { key: `pair:${pair}`, rule: PAIR_RULE, isOwn: true },
      { key: `account:${account}`, rule: ACCOUNT_RULE, isOwn: false, exempts: true },
      { key: `address:${digest(block)}`, rule: ADDRESS_RULE, isOwn: false },
    ],
    known: `known:${pair}`,
    refusal: WRONG,
  };
}

/** Of a sign-in what concerns this account from this address: where somebody has shown in another way that it is theirs. */
export function pairOf({ counted, ...attempt }: Attempt): Attempt {
  return { ...attempt, counted: counted.filter(({ isOwn }) => isOwn) };
}

/** Something that only the owner of an account, or whoever has their password or session, can try. */
export function ownAttempt(what: "code" | "password", userId: number): Attempt {
  return {
    counted: [{ key: `${what}:${userId}`, rule: PAIR_RULE, isOwn: true }],
    known: null,
    refusal: WRONG,
  };
}

/** A report from an address. None of them succeeds: each counts. */
export function reportAttempt(address: string): Attempt {
  const key = `report:${digest(addressBlock(address))}`;
  return {
    counted: [{ key, rule: REPORT_RULE, isOwn: false }],
    known: null,
    refusal: "That is much for one address to report",
  };
}

/**
 * Counts an attempt before it is made, as a failure until forgive() takes back what is answered: however many are made at once, each is
 * counted.
 * AppError too_many_requests, with how long to wait, when there were too many; that is then not counted.
 */
export function countAttempt(attempt: Attempt, now: Date): Promise<Attempt> {
  // Attempts at one account wait for each other: not on every connection there is.
  return runtime().signIns.run(() =>
    runtime().database.$transaction((transaction) => count(transaction, attempt, now)),
  );
}

async function count(transaction: Transaction, attempt: Attempt, now: Date): Promise<Attempt> {
  const { counted, known, refusal } = attempt;
  const isKnown = known !== null && (await isRemembered(transaction, known, now));
  const bound = counted.filter(({ exempts }) => !(exempts && isKnown));
  const rows = await lockRows(
    transaction,
    bound.map(({ key }) => key),
  );
  const before = bound.map(({ key }) => throttledOf(rows.find((row) => row.key === key)));
  requireNoWait(Math.max(...before.map((each) => waitOf(each, now.getTime()))), refusal);
  for (const [at, { key, rule }] of bound.entries()) {
    const after = afterAttempt(before[at] ?? NEVER, rule, now.getTime());
    await transaction.throttle.update({
      where: { key },
      data: {
        failures: after.failures,
        blockedUntil: new Date(after.blockedUntilMs),
        forgetAt: new Date(after.forgetAtMs),
      },
    });
  }
  // Last: nothing is waited for once this has locked what others may be about to count.
  await forget(transaction, now);
  return { ...attempt, counted: bound };
}

/** The attempt succeeded: what is its own is forgotten, of the rest one is taken back, and its address is known from now on. */
export async function forgive(
  transaction: Transaction,
  { counted, known }: Attempt,
  now: Date,
): Promise<void> {
  const own = counted.filter(({ isOwn }) => isOwn).map(({ key }) => key);
  const shared = counted.filter(({ isOwn }) => !isOwn).map(({ key }) => key);
  for (const key of shared.sort())
    await transaction.throttle.updateMany({
      where: { key, failures: { gt: 0 } },
      data: { failures: { decrement: 1 }, blockedUntil: new Date(0) },
    });
  if (known !== null) {
    const forgetAt = new Date(now.getTime() + KNOWN_FOR_MS);
    await transaction.throttle.upsert({
      where: { key: known },
      create: { key: known, forgetAt },
      update: { forgetAt },
    });
  }
  // In the order of their names, as countAttempt locks them.
  await transaction.throttle.deleteMany({ where: { key: { in: own } } });
}

type Row = {
  readonly key: string;
  readonly failures: number;
  readonly blocked: number;
  readonly forget: number;
};

/** In the order of their names: two attempts never wait for each other. A row that is not there yet, or just went, is made. */
function lockRows(transaction: Transaction, keys: readonly string[]): Promise<Row[]> {
  return transaction.$queryRaw<Row[]>`
    INSERT INTO throttle (key) SELECT key FROM unnest(${[...keys]}::text[]) key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET failures = throttle.failures
    RETURNING key, failures, extract(epoch FROM blocked_until)::float8 * 1000 AS blocked,
              extract(epoch FROM forget_at)::float8 * 1000 AS forget`;
}

async function isRemembered(transaction: Transaction, key: string, now: Date): Promise<boolean> {
  return (await transaction.throttle.count({ where: { key, forgetAt: { gt: now } } })) > 0;
}

const NEVER: Throttled = { failures: 0, blockedUntilMs: 0, forgetAtMs: 0 };

function throttledOf(row: Row | undefined): Throttled {
  if (row === undefined) return NEVER;
  return { failures: row.failures, blockedUntilMs: row.blocked, forgetAtMs: row.forget };
}

function requireNoWait(waitMs: number, refusal: string): void {
  if (waitMs <= 0) return;
  const retryAfterS = Math.ceil(waitMs / 1000);
  const wait = retryAfterS < 120 ? `${retryAfterS} seconds` : `${Math.ceil(retryAfterS / 60)} minutes`;
  throw new AppError("too_many_requests", `${refusal}; try again in ${wait}.`, { retryAfterS });
}

/** A little of what is over, each time: the table stays as small as what is remembered. */
async function forget(transaction: Transaction, now: Date): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM throttle WHERE key IN (
      SELECT key FROM throttle WHERE forget_at < ${now} AND blocked_until < ${now}
       ORDER BY forget_at LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)`;
}

/** What people type as their name may be their password. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
