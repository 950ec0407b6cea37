import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test, vi } from "vitest";
import { freePort } from "@/lib/platform/services/ports";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { type OwnRedis, startOwnRedis } from "@/tests/support/own-redis";
import { scratchFolder } from "@/tests/support/scratch-folder";
import { createThrowawayCa } from "@/tests/support/throwaway-ca";

// REDIS_URL=rediss://… speaks TLS and checks the server's certificate and name against the authorities that Node knows. One of a
// company's own is named to Node when the process starts: NODE_EXTRA_CA_CERTS=/path/to/ca.pem. There is no switch that turns the
// check off but Node's own, and the portal asks for no certificate of its own (Redis: tls-auth-clients no).

/** A Redis that also speaks TLS, with a certificate of an authority that nobody knows, for one name. */
async function setUp(name = "IP:127.0.0.1") {
  const own = await startOwnRedis();
  onTestFinished(() => own.stop());
  const ca = createThrowawayCa(scratchFolder());
  const tls = new URL(own.url);
  tls.protocol = "rediss:";
  tls.port = String(await freePort());
  const { certificate, key } = ca.issue(name);
  await own.admin.call(
    ...["CONFIG", "SET", "tls-port", tls.port, "tls-auth-clients", "no"],
    ...["tls-cert-file", certificate, "tls-key-file", key],
  );
  const database = await createTestDatabase({ REDIS_URL: "" });
  onTestFinished(() => database.close());
  const locality = await insertLocality(database.database);
  const { id } = await insertListing(database.database, { localityId: locality.id });
  return { own, ca, id, tlsUrl: tls.href, databaseUrl: database.url };
}

/** A process of the portal with this environment: where it is, and what it has logged so far. */
async function startPortal(env: Readonly<Record<string, string>>) {
  const port = await freePort();
  const child = fork("tests/support/listing-server.ts", {
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    env: { ...process.env, NODE_ENV: "test", LOG_LEVEL: "warn", PORT: String(port), ...env },
    silent: true,
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  let logged = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    logged += text;
  });
  await once(child, "message");
  return { origin: `http://127.0.0.1:${port}`, log: () => logged };
}

type Portal = Awaited<ReturnType<typeof startPortal>>;

async function readinessOf({ origin }: Portal): Promise<unknown> {
  return (await fetch(`${origin}/readyz`)).json();
}

/** How many entries lie in Redis. */
async function entriesIn({ admin }: OwnRedis): Promise<number> {
  return (await admin.keys("verandah:q:*")).length;
}

test("a portal that knows the authority uses Redis over TLS", async () => {
  const { own, ca, id, tlsUrl, databaseUrl } = await setUp();
  const portal = await startPortal({
    ...{ DATABASE_URL: databaseUrl, REDIS_URL: tlsUrl, NODE_EXTRA_CA_CERTS: ca.file },
  });
  await vi.waitFor(
    async () => expect(await readinessOf(portal)).toMatchObject({ status: "ready", checks: { redis: "ok" } }),
    { timeout: 10_000 },
  );
  expect((await fetch(`${portal.origin}/${id}`)).status).toBe(200);
  await vi.waitFor(async () => expect(await entriesIn(own)).toBe(1), { timeout: 10_000 });
  expect(portal.log()).toBe("");
});

type Refused = {
  readonly name: string;
  readonly protocol: "rediss:" | "redis:";
  readonly isKnown: boolean;
  /** What the portal's log gives for the reason. */
  readonly reason: RegExp;
};

const REFUSED: Readonly<Record<string, Refused>> = {
  "whose authority it does not know": {
    ...{ name: "IP:127.0.0.1", protocol: "rediss:", isKnown: false },
    reason: /UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|unable to verify/,
  },
  "whose certificate is for another name": {
    ...{ name: "DNS:redis.example.org", protocol: "rediss:", isKnown: true },
    reason: /ERR_TLS_CERT_ALTNAME_INVALID/,
  },
  "that wants TLS when the URL says redis://": {
    ...{ name: "IP:127.0.0.1", protocol: "redis:", isKnown: true },
    reason: /ECONNRESET|EPIPE|[Cc]onnection is closed/,
  },
};

test.for(Object.entries(REFUSED))(
  "a portal does not get through to a Redis %s, says so once in its log, and answers without it",
  async ([, { name, protocol, isKnown, reason }]) => {
    const { own, ca, id, tlsUrl, databaseUrl } = await setUp(name);
    const portal = await startPortal({
      DATABASE_URL: databaseUrl,
      REDIS_URL: tlsUrl.replace("rediss:", protocol),
      NODE_EXTRA_CA_CERTS: isKnown ? ca.file : "",
    });
    await vi.waitFor(() => expect(portal.log()).toMatch(reason), { timeout: 10_000 });
    expect((await fetch(`${portal.origin}/${id}`)).status).toBe(200);
    expect(await readinessOf(portal)).toMatchObject({ status: "degraded", checks: { redis: "away" } });
    expect(await entriesIn(own)).toBe(0);
    expect(portal.log().match(/Redis is away/g)?.length).toBe(1);
    expect(portal.log()).not.toContain(new URL(tlsUrl).password);
  },
);
