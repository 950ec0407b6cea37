import { TOTP } from "otpauth";
import { expect, test, vi } from "vitest";
import { setUpAccounts } from "@/tests/support/account-world";
import { PASSWORD } from "@/tests/support/accounts";

// Each password takes half a second of a processor, and more where that is shared.
vi.setConfig({ testTimeout: 120_000 });

const FACTOR = "/api/account/second-factor";
const CODE = "/api/account/session/second-factor";
const STEP_MS = 30_000;

/** What an authenticator app shows, now or so many steps from now. */
function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + steps * STEP_MS });
}

async function setUp() {
  const world = await setUpAccounts();
  const { id, email } = await world.insert({ name: "Eve Editor" });
  const eve = world.visitor();
  await eve.signIn(email, PASSWORD);
  /** A second factor that is on, and of which no code was taken yet. */
  const enrol = async () => {
    const { secret } = (await eve.ask("POST", FACTOR, { body: { password: PASSWORD } })).body;
    const { body } = await eve.ask("PUT", FACTOR, { body: { code: codeOf(secret) } });
    await world.database.secondFactor.updateMany({ data: { lastStep: 0 } });
    return { secret: String(secret), recoveryCodes: body.recoveryCodes as string[] };
  };
  return { ...world, id, email, eve, enrol };
}

test("a second factor is on once its first code was given, and then each sign-in waits for one", async () => {
  const { eve, email, visitor, database, audited } = await setUp();
  const wrong = await eve.ask("POST", FACTOR, { body: { password: "not this one" } });
  expect(wrong).toMatchObject({ status: 400, body: { error: { issues: [{ field: "password" }] } } });
  const offered = await eve.ask("POST", FACTOR, { body: { password: PASSWORD } });
  expect(offered).toMatchObject({
    status: 201,
    body: { uri: expect.stringMatching(/^otpauth:\/\/totp\/Verandah/) },
  });
  const { secret } = offered.body;
  // Offered is not on.
  const phone = visitor();
  expect((await phone.signIn(email, PASSWORD)).body).toEqual({ secondFactor: "none" });
  expect((await eve.ask("PUT", FACTOR, { body: { code: "000000" } })).status).toBe(400);
  const confirmed = await eve.ask("PUT", FACTOR, { body: { code: codeOf(secret) } });
  expect(confirmed.body.recoveryCodes).toHaveLength(10);
  // Whoever signed in without it is out.
  expect((await phone.get("/api/account")).status).toBe(401);
  expect((await eve.get("/api/account")).body).toMatchObject({
    hasSecondFactor: true,
    recoveryCodesLeft: 10,
  });

  expect((await phone.signIn(email, PASSWORD)).body).toEqual({ secondFactor: "needed" });
  const pending = phone.cookie;
  for (const path of ["/api/account", "/api/account/sessions"])
    expect((await phone.get(path)).status).toBe(401);
  expect((await eve.get("/api/account/sessions")).body.sessions).toHaveLength(1);
  expect((await phone.ask("POST", CODE, { body: { code: codeOf(secret, 1) } })).status).toBe(204);
  expect(phone.cookie).not.toBe(pending);
  expect((await phone.get("/api/account")).status).toBe(200);
  const thief = visitor();
  thief.cookie = pending;
  expect((await thief.get("/api/account")).status).toBe(401);
  expect((await thief.ask("POST", CODE, { body: { code: codeOf(secret, 1) } })).status).toBe(401);
  // Nothing tells the secret again, and no code is kept as it is.
  for (const path of ["/api/account", "/api/account/sessions"])
    expect(JSON.stringify((await eve.get(path)).body)).not.toContain(secret);
  const kept = await database.$queryRaw<
    { row: string }[]
  >`SELECT recovery_code::text AS row FROM recovery_code`;
  expect(JSON.stringify(kept)).not.toContain(confirmed.body.recoveryCodes[0]);
  expect((await audited()).map(({ action }) => action)).toContain("account.second_factor_added");
});

test("a code is taken once, also by two who give it at the same moment", async () => {
  const { email, visitor, enrol } = await setUp();
  const { secret } = await enrol();
  const pending = [visitor(), visitor(), visitor()];
  for (const each of pending) await each.signIn(email, PASSWORD);
  const code = codeOf(secret);
  const [one, other, late] = pending;
  const given = await Promise.all([one, other].map((each) => each?.ask("POST", CODE, { body: { code } })));
  expect(given.map((answer) => answer?.status).sort()).toEqual([204, 401]);
  expect((await late?.ask("POST", CODE, { body: { code } }))?.status).toBe(401);
  // Nor is an older one after it.
  expect((await late?.ask("POST", CODE, { body: { code: codeOf(secret, -1) } }))?.status).toBe(401);
  expect((await late?.ask("POST", CODE, { body: { code: codeOf(secret, 1) } }))?.status).toBe(204);
});

test("a recovery code stands in for a code once; new ones make the old worthless", async () => {
  const { email, visitor, eve, enrol } = await setUp();
  const { recoveryCodes } = await enrol();
  const signIn = async (recoveryCode: string | undefined) => {
    const phone = visitor();
    await phone.signIn(email, PASSWORD);
    return (await phone.ask("POST", CODE, { body: { recoveryCode } })).status;
  };
  const typed = recoveryCodes[0]?.toLowerCase().replaceAll("-", " ");
  expect(await signIn(typed)).toBe(204);
  expect(await signIn(recoveryCodes[0])).toBe(401);
  expect((await eve.get("/api/account")).body.recoveryCodesLeft).toBe(9);
  const replaced = await eve.ask("POST", "/api/account/recovery-codes", { body: { password: PASSWORD } });
  expect(replaced.body.recoveryCodes).toHaveLength(10);
  expect(await signIn(recoveryCodes[1])).toBe(401);
  expect(await signIn(replaced.body.recoveryCodes[1])).toBe(204);
});

test("whoever has the password alone cannot guess the code: after six wrong ones they wait", async () => {
  const { email, visitor, enrol } = await setUp();
  const { secret } = await enrol();
  const thief = visitor();
  await thief.signIn(email, PASSWORD);
  for (let tried = 0; tried < 6; tried++)
    expect((await thief.ask("POST", CODE, { body: { code: "000000" } })).status).toBe(401);
  const refused = await thief.ask("POST", CODE, { body: { code: codeOf(secret) } });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(20);
});

test("taking the second factor away needs the password, and then none is asked for", async () => {
  const { email, visitor, eve, enrol } = await setUp();
  await enrol();
  expect((await eve.ask("POST", FACTOR, { body: { password: PASSWORD } })).status).toBe(409);
  expect((await eve.ask("DELETE", FACTOR, { body: { password: "not this one" } })).status).toBe(400);
  expect((await eve.ask("DELETE", FACTOR, { body: { password: PASSWORD } })).status).toBe(204);
  expect((await visitor().signIn(email, PASSWORD)).body).toEqual({ secondFactor: "none" });
  expect((await eve.get("/api/account")).body).toMatchObject({
    hasSecondFactor: false,
    recoveryCodesLeft: 0,
  });
});
