import { expect, onTestFinished, test, vi } from "vitest";
import { findSession } from "@/lib/accounts/session-queries";
import { startSession } from "@/lib/accounts/start-session";
import { readEnv } from "@/lib/env";
import { createRuntime } from "@/lib/platform/create-runtime";
import { connectClient } from "@/lib/platform/postgres-client";
import { freePort } from "@/lib/platform/services/ports";
import { startAccountPortal } from "@/tests/support/account-portal";
import { setUpAccounts } from "@/tests/support/account-world";
import { insertAccount, PASSWORD } from "@/tests/support/accounts";
import { createTestDatabase } from "@/tests/support/database";
import { openFaultProxy } from "@/tests/support/fault-proxy";
import { statement } from "@/tests/support/services";
import { visitor } from "@/tests/support/visitor";

// Each password takes half a second of a processor, and more where that is shared.
vi.setConfig({ testTimeout: 120_000 });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function setUp(settings: Parameters<typeof setUpAccounts>[0] = {}) {
  const world = await setUpAccounts(settings);
  const psql = await connectClient(world.url);
  onTestFinished(() => psql.end());
  const { id, email } = await world.insert({ name: "Eve Editor" });
  const start = (now = new Date(), userAgent = "A browser") =>
    world.database.$transaction((transaction) =>
      startSession(transaction, {
        ...{ userId: id, awaitsCode: false, now },
        visitor: { address: "203.0.113.7", userAgent },
      }),
    );
  const loads = () => [...world.runtime.cache.held()].filter(([key]) => key.startsWith("session/"));
  return { ...world, psql, id, email, start, loads };
}

test("somebody sees where they are signed in, ends one of those sessions, and all others", async () => {
  const { visitor, email, insert, audited } = await setUp();
  const [desk, phone, old] = ["Desk", "Phone", "Old"].map((name) => visitor({ "user-agent": name }));
  for (const each of [desk, phone, old]) await each?.signIn(email, PASSWORD);
  const listed = await desk?.get("/api/account/sessions");
  expect(listed?.body.sessions).toMatchObject([
    { userAgent: "Old", isThis: false, address: "127.0.0.1" },
    { userAgent: "Phone", isThis: false },
    { userAgent: "Desk", isThis: true },
  ]);
  const stranger = visitor();
  await stranger.signIn((await insert()).email, PASSWORD);
  const { id } = listed?.body.sessions[1] ?? {};
  expect((await stranger.ask("DELETE", `/api/account/sessions/${id}`)).status).toBe(404);
  expect((await phone?.get("/api/account"))?.status).toBe(200);
  expect((await desk?.ask("DELETE", `/api/account/sessions/${id}`))?.status).toBe(204);
  expect((await phone?.get("/api/account"))?.status).toBe(401);
  expect((await old?.get("/api/account"))?.status).toBe(200);
  expect((await desk?.ask("DELETE", "/api/account/sessions"))?.body).toEqual({ revoked: 1 });
  expect((await old?.get("/api/account"))?.status).toBe(401);
  expect((await desk?.get("/api/account"))?.status).toBe(200);
  expect((await stranger.get("/api/account")).status).toBe(200);
  for (const name of ["0", "x", "1e3", "99999999999"])
    expect((await desk?.ask("DELETE", `/api/account/sessions/${name}`))?.status, name).toBe(404);
  const actions = (await audited()).map(({ action }) => action);
  expect(actions.slice(-2)).toEqual(["account.session_revoked", "account.sessions_revoked"]);
});

test("a session that is warm costs no query, and nothing that the cache holds of it lets anybody in", async () => {
  const { start, url, loads, id } = await setUp();
  const { token } = await start();
  const eve = { userId: id, name: "Eve Editor", role: "editor", agency: null };
  expect(await findSession(token)).toMatchObject(eve);
  await statement(url, "ALTER TABLE session RENAME TO session_away");
  expect(await findSession(token)).toMatchObject(eve);
  const held = JSON.stringify(loads().map(([key, { entry }]) => [key, entry.value]));
  expect(held).toContain("Eve Editor");
  expect(held).not.toContain(token);
  expect(held).not.toMatch(/scrypt|@example/);
});

test("whoever can write to Redis cannot say who is signed in: no session is read from there or written to it", async () => {
  const { start, runtime } = await setUp();
  if (runtime.redis === null) throw new Error("This test needs its Redis.");
  const { token } = await start();
  const asked = vi.spyOn(runtime.redis, "sendCommand");
  expect(await findSession(token)).not.toBeNull();
  expect(await findSession("x".repeat(43))).toBeNull();
  const commands = asked.mock.calls.map(([{ name, args }]) => `${name} ${args.join(" ")}`);
  expect(commands.filter((command) => command.includes("session"))).toEqual([]);
});

test("a session ends thirty days after it began, and after twelve hours without a request", async () => {
  const { start, database } = await setUp({ CACHE_MEMORY: "off", CACHE_SHARED: "off" });
  const began = new Date("2026-11-01T00:00:00Z");
  const after = (ms: number) => new Date(began.getTime() + ms);
  const { token } = await start(began);
  expect(await findSession(token, after(12 * HOUR - 1))).not.toBeNull();
  const { token: idle } = await start(began);
  expect(await findSession(idle, after(12 * HOUR))).toBeNull();
  const { token: busy } = await start(began);
  const seenAt = async () => (await database.session.findFirst({ orderBy: { id: "desc" } }))?.lastSeenAt;
  for (let at = 0; at < 30 * DAY; at += 11 * HOUR) {
    expect(await findSession(busy, after(at)), `${at / HOUR} h`).not.toBeNull();
    await expect.poll(seenAt).toEqual(after(at));
  }
  expect(await findSession(busy, after(30 * DAY - 1))).not.toBeNull();
  expect(await findSession(busy, after(30 * DAY))).toBeNull();
});

test("that somebody is seen is written every five minutes at most", async () => {
  const { start, database } = await setUp({ CACHE_MEMORY: "off", CACHE_SHARED: "off" });
  const began = new Date();
  const { token } = await start(began);
  const seenAt = async () => (await database.session.findFirst())?.lastSeenAt.getTime();
  for (const minutes of [1, 3, 4.9]) await findSession(token, new Date(began.getTime() + minutes * 60_000));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await seenAt()).toBe(began.getTime());
  await findSession(token, new Date(began.getTime() + 5 * 60_000));
  await expect.poll(seenAt).toBe(began.getTime() + 5 * 60_000);
});

test("where another process has seen somebody, their session is not taken for idle here", async () => {
  const { start, psql, loads } = await setUp();
  const began = new Date();
  const { token } = await start(began);
  await findSession(token, began);
  await psql.query("DELETE FROM cache_journal");
  await psql.query("UPDATE session SET last_seen_at = last_seen_at + interval '11 hours'");
  // It is no change that anybody has to load a session for.
  expect((await psql.query("SELECT FROM cache_journal")).rowCount).toBe(0);
  expect(loads()).toHaveLength(1);
  expect(await findSession(token, new Date(began.getTime() + 13 * HOUR))).not.toBeNull();
  expect(await findSession(token, new Date(began.getTime() + 23 * HOUR))).toBeNull();
});

test("each change of what a session is takes effect: another role, agency, name or end, and that its account may sign in", async () => {
  const { start, psql, id, database } = await setUp();
  const { id: agencyId } = await database.agency.create({ data: { slug: "harbour", name: "Harbour" } });
  const { token } = await start();
  const found = async () => {
    const session = await findSession(token);
    return session && { name: session.name, role: session.role, agency: session.agency?.slug ?? null };
  };
  const eve = { name: "Eve Editor", role: "editor", agency: null };
  expect(await found()).toEqual(eve);
  const changes: readonly (readonly [sql: string, after: unknown])[] = [
    [`UPDATE user_account SET name = 'Eva' WHERE id = ${id}`, { ...eve, name: "Eva" }],
    [
      `UPDATE user_account SET role = 'agent', agency_id = ${agencyId} WHERE id = ${id}`,
      { name: "Eva", role: "agent", agency: "harbour" },
    ],
    [
      `UPDATE agency SET slug = 'port' WHERE id = ${agencyId}`,
      { name: "Eva", role: "agent", agency: "port" },
    ],
    [`UPDATE user_account SET is_active = false WHERE id = ${id}`, null],
    [
      `UPDATE user_account SET is_active = true WHERE id = ${id}`,
      { name: "Eva", role: "agent", agency: "port" },
    ],
    ["UPDATE session SET expires_at = now() + interval '1 millisecond'", null],
    [
      "UPDATE session SET expires_at = now() + interval '1 hour'",
      { name: "Eva", role: "agent", agency: "port" },
    ],
    ["TRUNCATE session", null],
  ];
  for (const [sql, after] of changes) {
    await psql.query(sql);
    // For so long at most is a process believed without another look at the journal.
    await expect.poll(found, { timeout: 1_000, interval: 20, message: sql }).toEqual(after);
  }
});

test("a process that cannot read the journal answers nobody from its cache: it asks the database", async () => {
  const { start, psql, runtime } = await setUp();
  const [{ token: kept }, { token: ended }] = [await start(), await start()];
  for (const token of [kept, ended]) expect(await findSession(token)).not.toBeNull();
  await psql.query("BEGIN");
  await psql.query("DELETE FROM session WHERE id = (SELECT max(id) FROM session)");
  await psql.query("ALTER TABLE cache_journal RENAME TO away");
  await psql.query("COMMIT");
  await new Promise((resolve) => setTimeout(resolve, runtime.limits.trustForMs + 20));
  expect(await findSession(ended)).toBeNull();
  expect(await findSession(kept)).not.toBeNull();
});

test("while the database is away nobody is let in on what is remembered: they are asked to come back", async () => {
  const tested = await createTestDatabase();
  await tested.runtime.close();
  const line = await openFaultProxy(() => Number(new URL(tested.url).port));
  const url = new URL(tested.url);
  url.host = `127.0.0.1:${line.port}`;
  const runtime = createRuntime(readEnv({ LOG_LEVEL: "silent", DATABASE_URL: url.href }));
  const port = await freePort();
  const portal = await startAccountPortal(runtime, port);
  onTestFinished(async () => {
    await portal.close();
    await runtime.close();
    await line.close();
    await tested.close();
  });
  const { email } = await insertAccount(runtime.database);
  const eve = visitor(`http://127.0.0.1:${port}`);
  await eve.signIn(email, PASSWORD);
  expect((await eve.get("/api/account/sessions")).status).toBe(200);
  line.set({ kind: "refuse" });
  const refused = await eve.get("/api/account/sessions");
  expect(refused).toMatchObject({ status: 503, body: { error: { code: "unavailable" } } });
  expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
  line.set({ kind: "pass" });
  await expect
    .poll(async () => (await eve.get("/api/account/sessions")).status, { timeout: 5_000 })
    .toBe(200);
});
