import { expect, onTestFinished, test } from "vitest";
import { countAttempt, forgive, signInAttempt } from "@/lib/accounts/throttle";
import { isAppError } from "@/lib/errors";
import { createTestDatabase } from "@/tests/support/database";

const START = Date.parse("2026-11-25T00:00:00Z");

async function setUp() {
  const held = await createTestDatabase();
  onTestFinished(held.close);
  let nowMs = START;
  const counted = new Map<string, Awaited<ReturnType<typeof countAttempt>>>();
  /** How long they have to wait before it may be tried, in seconds; 0 when it was counted. */
  const attempt = async (email: string, address: string): Promise<number> => {
    try {
      const attempt = await countAttempt(signInAttempt(email, address), new Date(nowMs));
      counted.set(`${email} ${address}`, attempt);
      return 0;
    } catch (thrown) {
      if (!isAppError(thrown) || thrown.code !== "too_many_requests") throw thrown;
      return thrown.retryAfterS ?? Number.NaN;
    }
  };
  return {
    ...held,
    attempt,
    /** What was tried last turns out to be right. */
    succeed: async (email: string, address: string) => {
      const attempt = counted.get(`${email} ${address}`);
      if (attempt === undefined) throw new Error("That was not tried.");
      await held.database.$transaction((transaction) => forgive(transaction, attempt, new Date(nowMs)));
    },
    wait: (seconds: number) => {
      nowMs += seconds * 1000;
    },
  };
}

test("whoever guesses at one account waits longer and longer, and by trying too early not longer still", async () => {
  const { attempt, wait } = await setUp();
  for (let tried = 0; tried < 6; tried++) expect(await attempt("a@example.com", "203.0.113.7")).toBe(0);
  for (const early of [30, 30, 30]) expect(await attempt("a@example.com", "203.0.113.7")).toBe(early);
  wait(29);
  expect(await attempt("a@example.com", "203.0.113.7")).toBe(1);
  wait(1);
  expect(await attempt("a@example.com", "203.0.113.7")).toBe(0);
  expect(await attempt("a@example.com", "203.0.113.7")).toBe(60);
});

test("a stranger's failures keep nobody else out: not another address, and not another account from theirs", async () => {
  const { attempt } = await setUp();
  for (let tried = 0; tried < 7; tried++) await attempt("a@example.com", "203.0.113.7");
  expect(await attempt("a@example.com", "203.0.113.7")).toBeGreaterThan(0);
  expect(await attempt("a@example.com", "203.0.113.8")).toBe(0);
  expect(await attempt("b@example.com", "203.0.113.7")).toBe(0);
});

test("an IPv6 visitor is their /64, in whatever address of it they stand", async () => {
  const { attempt } = await setUp();
  for (let tried = 0; tried < 6; tried++) await attempt("a@example.com", `2001:db8::${tried + 1}`);
  expect(await attempt("a@example.com", "2001:db8::ffff")).toBe(30);
  expect(await attempt("a@example.com", "2001:db8:0:1::1")).toBe(0);
});

test("many addresses that guess at one account wait, but its owner does not where they have signed in before", async () => {
  const { attempt, succeed } = await setUp();
  await attempt("a@example.com", "198.51.100.1");
  await succeed("a@example.com", "198.51.100.1");
  for (let tried = 0; tried < 51; tried++)
    expect(await attempt("a@example.com", `203.0.113.${tried}`)).toBe(0);
  expect(await attempt("a@example.com", "203.0.113.200")).toBe(10);
  expect(await attempt("a@example.com", "198.51.100.1")).toBe(0);
});

test("one address that tries many accounts waits, whether or not they exist", async () => {
  const { attempt, wait } = await setUp();
  for (let tried = 0; tried < 31; tried++)
    expect(await attempt(`${tried}@example.com`, "203.0.113.7")).toBe(0);
  expect(await attempt("new@example.com", "203.0.113.7")).toBe(30);
  expect(await attempt("new@example.com", "203.0.113.8")).toBe(0);
  wait(3_601);
  expect(await attempt("new@example.com", "203.0.113.7")).toBe(0);
});

test("a success forgets the failures before it, and leaves the address as it was", async () => {
  const { attempt, succeed, database } = await setUp();
  for (let tried = 0; tried < 5; tried++) await attempt("a@example.com", "203.0.113.7");
  await succeed("a@example.com", "203.0.113.7");
  for (let tried = 0; tried < 6; tried++) expect(await attempt("a@example.com", "203.0.113.7")).toBe(0);
  expect(await attempt("a@example.com", "203.0.113.7")).toBe(30);
  const [address] = await database.throttle.findMany({ where: { key: { startsWith: "address:" } } });
  expect(address?.failures).toBe(10);
});

test("however many attempts are made at once, only as many are let through as one after another", async () => {
  const { attempt } = await setUp();
  const waits = await Promise.all(Array.from({ length: 40 }, () => attempt("a@example.com", "203.0.113.7")));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(6);
});

test("processes whose clocks differ a little do not keep anybody waiting", async () => {
  const { attempt, succeed, wait } = await setUp();
  await attempt("a@example.com", "203.0.113.7");
  wait(-1);
  expect(await attempt("a@example.com", "203.0.113.7")).toBe(0);
  wait(1);
  await attempt("a@example.com", "203.0.113.7");
  await succeed("a@example.com", "203.0.113.7");
  wait(-1);
  expect(await attempt("a@example.com", "203.0.113.7")).toBe(0);
});

test("what is kept of attempts names nobody, and goes when it is over", async () => {
  const { attempt, database, wait } = await setUp();
  await attempt("rosalind@example.com", "203.0.113.7");
  const kept = await database.throttle.findMany();
  expect(JSON.stringify(kept.map(({ key }) => key))).not.toMatch(/rosalind|203\.0/);
  wait(90_000);
  await attempt("other@example.com", "203.0.113.8");
  const left = await database.throttle.findMany({ select: { key: true } });
  expect(left.filter(({ key }) => kept.some((row) => row.key === key))).toEqual([]);
});
