import { expect, test, vi } from "vitest";
import { changePosition, deactivate } from "@/lib/accounts/account-commands";
import { makeResetLink, resetPassword } from "@/lib/accounts/password-commands";
import { setUpAccounts } from "@/tests/support/account-world";
import { PASSWORD } from "@/tests/support/accounts";

// Each password takes half a second of a processor, and more where that is shared.
vi.setConfig({ testTimeout: 120_000 });

const OTHER = "nine green doors";
const PROGRAM = { name: "command line" };
const VISITOR = { address: "127.0.0.1", userAgent: "" };

async function setUp() {
  const world = await setUpAccounts();
  await world.database.agency.create({ data: { slug: "harbour", name: "Harbour Homes" } });
  const ada = world.visitor();
  await ada.signIn(world.administrator.email, PASSWORD);
  const { id, email } = await world.insert({ name: "Eve Editor" });
  const eve = world.visitor();
  await eve.signIn(email, PASSWORD);
  return { ...world, ada, eve, id, email, path: `/api/console/accounts/${id}` };
}

test("an administrator sees every account, and nothing of how it signs in", async () => {
  const { ada, eve, visitor } = await setUp();
  const { body } = await ada.get("/api/console/accounts");
  expect(body.accounts).toMatchObject([
    { name: "Ada Admin", role: "administrator", agency: null, isActive: true, hasSecondFactor: false },
    { name: "Eve Editor", role: "editor" },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/scrypt|hash|secret/i);
  expect((await eve.get("/api/console/accounts")).status).toBe(403);
  expect((await visitor().get("/api/console/accounts")).status).toBe(401);
});

test("a deactivated account is out at once and stays out, until it is reactivated", async () => {
  const { ada, eve, email, path, visitor, audited, id } = await setUp();
  expect((await eve.ask("PATCH", path, { body: { isActive: false } })).status).toBe(403);
  expect((await ada.ask("PATCH", path, { body: { isActive: false } })).status).toBe(204);
  expect((await eve.get("/api/account")).status).toBe(401);
  expect((await visitor().signIn(email, PASSWORD)).status).toBe(401);
  expect((await ada.ask("POST", `${path}/reset-link`, { body: {} })).status).toBe(409);
  expect((await ada.ask("PATCH", path, { body: { isActive: true } })).status).toBe(204);
  expect((await eve.get("/api/account")).status).toBe(401);
  expect((await visitor().signIn(email, PASSWORD)).status).toBe(200);
  const done = (await audited()).filter(
    ({ subjectId, actor }) => subjectId === String(id) && actor === "Ada Admin",
  );
  expect(done.map(({ action }) => action)).toEqual(["account.deactivated", "account.reactivated"]);
});

test("another role is in force in the sessions that there are", async () => {
  const { ada, eve, path, database } = await setUp();
  expect((await ada.ask("PATCH", path, { body: { role: "agent", agency: "harbour" } })).status).toBe(204);
  expect((await eve.get("/api/account")).body).toMatchObject({ role: "agent", agency: { slug: "harbour" } });
  for (const body of [
    { role: "agent" },
    { role: "editor", agency: "harbour" },
    {},
    { isActive: true, role: "editor" },
  ])
    expect((await ada.ask("PATCH", path, { body })).status, JSON.stringify(body)).toBe(400);
  expect((await ada.ask("PATCH", "/api/console/accounts/99999", { body: { isActive: false } })).status).toBe(
    404,
  );
  const [entry] = await database.auditEntry.findMany({ where: { action: "account.position_changed" } });
  expect(entry?.change).toMatchObject({
    role: { from: "editor", to: "agent" },
    agency: { from: null, to: "harbour" },
  });
});

test("the last administrator stays one, also when two remove each other at the same moment", async () => {
  const { administrator, insert, database, id } = await setUp();
  const last = administrator.id;
  await expect(deactivate(last, PROGRAM)).rejects.toMatchObject({ code: "conflict" });
  await expect(changePosition(last, { role: "editor", agency: null }, PROGRAM)).rejects.toMatchObject({
    code: "conflict",
  });
  await insert({ role: "administrator", isActive: false });
  await expect(deactivate(last, PROGRAM)).rejects.toMatchObject({ code: "conflict" });
  for (let round = 0; round < 5; round++) {
    await changePosition(id, { role: "administrator", agency: null }, PROGRAM);
    const both = await Promise.allSettled([
      deactivate(last, PROGRAM),
      changePosition(id, { role: "editor", agency: null }, PROGRAM),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database.userAccount.count({ where: { role: "administrator", isActive: true } })).toBe(1);
    await database.userAccount.update({ where: { id: last }, data: { isActive: true } });
    await database.userAccount.update({ where: { id }, data: { role: "editor" } });
  }
});

test("a password is changed by who knows the current one, and ends every other session", async () => {
  const { eve, email, visitor } = await setUp();
  const phone = visitor();
  await phone.signIn(email, PASSWORD);
  const change = (current: string, password: string) =>
    eve.post("/api/account/password", { current, password });
  expect((await change("not this one", OTHER)).body.error.issues).toMatchObject([{ field: "current" }]);
  expect((await change(PASSWORD, "short")).body.error.issues).toMatchObject([{ field: "password" }]);
  expect((await change(PASSWORD, OTHER)).status).toBe(204);
  expect((await eve.get("/api/account")).status).toBe(200);
  expect((await phone.get("/api/account")).status).toBe(401);
  expect((await phone.signIn(email, PASSWORD)).status).toBe(401);
  expect((await phone.signIn(email, OTHER)).status).toBe(200);
});

test("a reset link sets another password once within a day, ends all sessions, and lets its owner in past their failures", async () => {
  const { ada, eve, id, email, path, visitor, origin } = await setUp();
  const now = new Date();
  const old = await makeResetLink(id, PROGRAM, { now });
  const reset = (token: string, afterMs = 0) =>
    resetPassword({ token, password: OTHER }, VISITOR, new Date(now.getTime() + afterMs));
  await expect(reset(old.token, 86_400_000)).rejects.toMatchObject({ code: "not_found" });
  const made = await ada.ask("POST", `${path}/reset-link`, { body: {} });
  expect(made.body.link).toMatch(new RegExp(`^${origin}/reset#[\\w-]{43}$`));
  await expect(reset(old.token)).rejects.toMatchObject({ code: "not_found" });
  const phone = visitor();
  for (let tried = 0; tried < 6; tried++) await phone.signIn(email, "wrong and wrong");
  expect((await phone.signIn(email, PASSWORD)).status).toBe(429);
  const token = made.body.link.split("#")[1];
  expect((await phone.post("/api/account/password-reset", { token, password: "short" })).status).toBe(400);
  expect((await phone.post("/api/account/password-reset", { token, password: OTHER })).status).toBe(204);
  expect((await phone.post("/api/account/password-reset", { token, password: OTHER })).status).toBe(404);
  expect((await eve.get("/api/account")).status).toBe(401);
  expect((await phone.signIn(email, OTHER)).status).toBe(200);
});

test("for who has lost the second factor as well, an administrator takes it away with the link", async () => {
  const { ada, id, path, database } = await setUp();
  const secret = new Uint8Array(20).fill(7);
  await database.secondFactor.create({ data: { userId: id, secret, confirmedAt: new Date() } });
  await ada.ask("POST", `${path}/reset-link`, { body: {} });
  expect(await database.secondFactor.count()).toBe(1);
  await ada.ask("POST", `${path}/reset-link`, { body: { removesSecondFactor: true } });
  expect(await database.secondFactor.count()).toBe(0);
});
