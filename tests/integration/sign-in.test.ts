import { availableParallelism } from "node:os";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { setUpAccounts } from "@/tests/support/account-world";
import { PASSWORD } from "@/tests/support/accounts";

// Each password takes half a second of a processor, and more where that is shared.
vi.setConfig({ testTimeout: 120_000 });

const WRONG = "three loud oranges";

test("whoever gives an account's address and password is signed in, and out again", async () => {
  const { visitor, insert, audited } = await setUpAccounts();
  const { id, email } = await insert({ name: "Eve Editor" });
  const eve = visitor({ "user-agent": "A browser" });
  expect((await eve.get("/api/account")).status).toBe(401);
  const answer = await eve.signIn(` ${email.toUpperCase()} `, PASSWORD);
  expect(answer).toMatchObject({ status: 200, body: { secondFactor: "none" } });
  expect(eve.cookie).toMatch(/^verandah-session=[\w-]{43}$/);
  const who = await eve.get("/api/account");
  expect(who).toMatchObject({
    status: 200,
    body: { userId: id, name: "Eve Editor", role: "editor", agency: null, email, hasSecondFactor: false },
  });
  for (const { headers } of [answer, who]) expect(headers.get("cache-control")).toBe("no-store");
  const signedIn = eve.cookie;
  expect((await eve.ask("DELETE", "/api/account/session")).status).toBe(204);
  eve.cookie = signedIn;
  expect((await eve.get("/api/account")).status).toBe(401);
  expect((await eve.ask("DELETE", "/api/account/session")).status).toBe(204);
  expect(await audited()).toEqual([
    { action: "account.signed_in", userId: id, actor: "Eve Editor", subjectId: String(id) },
    { action: "account.signed_out", userId: id, actor: "Eve Editor", subjectId: String(id) },
  ]);
});

test("a wrong password, an unknown address and a deactivated account have one answer, after the same work", async () => {
  const { visitor, insert, runtime, audited } = await setUpAccounts();
  const { id, email } = await insert();
  const { id: gone, email: deactivated } = await insert({ isActive: false });
  const { email: invited } = await insert({ passwordHash: null });
  const query = vi.spyOn(pg.Client.prototype, "query");
  const attempt = async (address: string, password: string) => {
    query.mockClear();
    const before = runtime.hashing.counts.ran;
    const { status, body, headers } = await visitor().signIn(address, password);
    const asked = query.mock.calls.map(([statement]) => textOf(statement));
    return {
      status,
      body,
      headers: [...headers.keys()].filter((name) => name !== "x-request-id"),
      hashes: runtime.hashing.counts.ran - before,
      // The journal is read when it is due, whoever writes.
      statements: asked.filter((text) => text !== "" && !/cache_|REPEATABLE READ/i.test(text)),
    };
  };
  await attempt("warm@example.com", WRONG);
  const known = await attempt(email, WRONG);
  expect(known).toMatchObject({ status: 401, hashes: 1, body: { error: { code: "unauthorized" } } });
  expect(known.statements.length).toBeGreaterThan(5);
  for (const [address, password] of [
    ["nobody@example.com", WRONG],
    ["not an address", WRONG],
    [deactivated, PASSWORD],
    [invited, PASSWORD],
  ] as const)
    expect(await attempt(address, password), address).toEqual(known);
  const subjects = (await audited()).map(({ action, subjectId }) => `${action} ${subjectId}`);
  expect(subjects).toContain(`account.sign_in_failed ${id}`);
  expect(subjects).toContain(`account.sign_in_failed ${gone}`);
  expect(subjects).toContain("account.sign_in_failed unknown");
});

function textOf(statement: unknown): string {
  if (typeof statement === "string") return statement;
  return typeof statement === "object" && statement !== null && "text" in statement
    ? String(statement.text)
    : "";
}

test("signing in where somebody was signed in ends that session", async () => {
  const { visitor, insert, database } = await setUpAccounts();
  const [one, other] = [await insert(), await insert()];
  const eve = visitor();
  await eve.signIn(one.email, PASSWORD);
  await eve.signIn(other.email, PASSWORD);
  expect((await eve.get("/api/account")).body.userId).toBe(other.id);
  expect(await database.session.count()).toBe(1);
});

test("a token is in the database as its hash only, and neither hash nor token is what an answer tells", async () => {
  const { visitor, insert, database } = await setUpAccounts();
  const { email } = await insert();
  const eve = visitor();
  await eve.signIn(email, PASSWORD);
  const token = eve.cookie.split("=")[1] ?? "";
  const rows = await database.$queryRaw<{ row: string }[]>`SELECT session::text AS row FROM session`;
  expect(rows).toHaveLength(1);
  expect(rows[0]?.row).not.toContain(token);
  expect(rows[0]?.row).not.toContain(Buffer.from(token, "base64url").toString("hex"));
  expect(JSON.stringify((await eve.get("/api/account/sessions")).body)).not.toContain(token);
});

test("without Redis people sign in, are throttled and are signed out as with it", async () => {
  const { visitor, insert } = await setUpAccounts({ REDIS_URL: "redis://127.0.0.1:1" });
  const { email } = await insert();
  const eve = visitor();
  expect((await eve.signIn(email, PASSWORD)).status).toBe(200);
  expect((await eve.get("/api/account")).status).toBe(200);
  const stranger = visitor();
  for (let tried = 0; tried < 6; tried++) expect((await stranger.signIn(email, WRONG)).status).toBe(401);
  expect((await stranger.signIn(email, WRONG)).status).toBe(429);
  const signedIn = eve.cookie;
  await eve.ask("DELETE", "/api/account/session");
  eve.cookie = signedIn;
  expect((await eve.get("/api/account")).status).toBe(401);
});

test("of many who sign in at once one or two are compared at a time, some wait, and the rest is told when to come back", async () => {
  const { visitor, insert, runtime } = await setUpAccounts({ TRUST_PROXY: "1" });
  const { email } = await insert();
  let runningMost = 0;
  const watch = setInterval(() => {
    runningMost = Math.max(runningMost, runtime.hashing.counts.running);
  }, 5);
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      visitor({ "x-forwarded-for": `198.51.100.${n}`, "x-forwarded-proto": "http" }).signIn(email, PASSWORD),
    ),
  );
  clearInterval(watch);
  const [done, refused] = [200, 503].map((status) => answers.filter((answer) => answer.status === status));
  // A core is left to everybody else.
  const atOnce = availableParallelism() > 2 ? 2 : 1;
  expect(runningMost).toBe(atOnce);
  expect((done?.length ?? 0) + (refused?.length ?? 0)).toBe(40);
  expect(done?.length).toBeGreaterThanOrEqual(16 + atOnce);
  expect(refused?.length).toBeGreaterThan(0);
  for (const { headers } of refused ?? []) expect(headers.get("retry-after")).toMatch(/^\d+$/);
});

test("a password that was hashed at another cost is hashed anew as its owner signs in", async () => {
  const { visitor, database } = await setUpAccounts();
  // "three quiet lemons" at N = 2^10.
  const { scryptSync } = await import("node:crypto");
  const salt = Buffer.alloc(16, 7);
  const key = scryptSync(PASSWORD, salt, 32, { N: 1024, r: 8, p: 1 }).toString("base64url");
  const passwordHash = `$scrypt$ln=10,r=8,p=1$${salt.toString("base64url")}$${key}`;
  const data = { email: "old@example.com", name: "Old", role: "editor", passwordHash } as const;
  const { id } = await database.userAccount.create({ data });
  expect((await visitor().signIn(data.email, PASSWORD)).status).toBe(200);
  const after = await database.userAccount.findUniqueOrThrow({ where: { id } });
  expect(after.passwordHash).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$/);
  expect((await visitor().signIn(data.email, PASSWORD)).status).toBe(200);
});
