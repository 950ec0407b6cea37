import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { expect, inject, onTestFinished, test } from "vitest";
import { connectClient } from "@/lib/platform/postgres-client";
import { freePort } from "@/lib/platform/services/ports";
import { insertAccount, PASSWORD } from "@/tests/support/accounts";
import { createTestDatabase } from "@/tests/support/database";
import { type TestVisitor, visitor } from "@/tests/support/visitor";

/** What is promised of every change, and so of a revocation. */
const BOUND_MS = 250;
const ROUNDS = 5;

/** Two processes of the portal on one database, and somebody with PASSWORD. `redisUrl` as it is given to both. */
async function setUp(redisUrl: string) {
  const held = await createTestDatabase();
  const psql = await connectClient(held.url);
  const servers = await Promise.all([startServer(held.url, redisUrl), startServer(held.url, redisUrl)]);
  onTestFinished(async () => {
    await Promise.all(servers.map(({ stop }) => stop()));
    await psql.end();
    await held.close();
  });
  const { id, email } = await insertAccount(held.database);
  const [here, there] = servers.map(({ port }) => `http://127.0.0.1:${port}`);
  if (here === undefined || there === undefined) throw new Error("There are two processes.");
  return { psql, id, email, here, there };
}

async function startServer(databaseUrl: string, redisUrl: string) {
  const port = await freePort();
  const child: ChildProcess = fork("tests/support/account-server.ts", {
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    env: {
      ...process.env,
      LOG_LEVEL: "silent",
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      PORT: String(port),
    },
  });
  await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error("A process of the portal did not start."))),
  ]);
  return {
    port,
    async stop() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

/** Signed in at both: one browser, and one cookie that was taken there. */
async function signedIn(email: string, here: string, there: string) {
  const [owner, thief] = [visitor(here), visitor(there)];
  await owner.signIn(email, PASSWORD);
  thief.cookie = owner.cookie;
  // Twice: the second is answered from memory.
  for (const each of [owner, thief, owner, thief]) expect(await statusOf(each)).toBe(200);
  return { owner, thief };
}

async function statusOf(each: TestVisitor): Promise<number> {
  return (await each.get("/api/account/sessions")).status;
}

/** Asks again and again from the moment on that `revoke` is acknowledged; how old the newest answer was that still let somebody in. */
async function heldOutMs(who: TestVisitor, revoke: () => Promise<unknown>): Promise<number> {
  await revoke();
  const revokedAt = performance.now();
  let lastLetInMs = 0;
  let refusedInARow = 0;
  while (refusedInARow < 20) {
    const askedMs = performance.now() - revokedAt;
    if ((await statusOf(who)) === 401) refusedInARow++;
    else {
      lastLetInMs = askedMs;
      refusedInARow = 0;
    }
    if (askedMs > 5_000) throw new Error("It is still let in after five seconds.");
  }
  return lastLetInMs;
}

for (const [how, redisUrl] of [
  ["with Redis", () => inject("redisUrl")],
  ["without Redis", () => "redis://127.0.0.1:1"],
] as const)
  test(`a session that ends in one process lets nobody in in another after 250 ms, ${how}`, {
    timeout: 120_000,
  }, async () => {
    const { psql, id, email, here, there } = await setUp(redisUrl());
    const revocations: readonly (readonly [
      what: string,
      revoke: (owner: TestVisitor) => Promise<unknown>,
    ])[] = [
      ["signing out", (owner) => owner.ask("DELETE", "/api/account/session")],
      ["raw SQL", () => psql.query("DELETE FROM session")],
      [
        "raw SQL on the account",
        () => psql.query("UPDATE user_account SET is_active = false WHERE id = $1", [id]),
      ],
    ];
    const slowest: Record<string, number> = {};
    for (const [what, revoke] of revocations)
      for (let round = 0; round < ROUNDS; round++) {
        const { owner, thief } = await signedIn(email, here, there);
        slowest[what] = Math.max(slowest[what] ?? 0, await heldOutMs(thief, () => revoke(owner)));
        await psql.query("UPDATE user_account SET is_active = true");
      }
    for (const [what, ms] of Object.entries(slowest)) expect(ms, what).toBeLessThanOrEqual(BOUND_MS);
  });
