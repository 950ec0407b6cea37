import { connect, createServer, type Socket } from "node:net";
import { expect, inject, onTestFinished, test } from "vitest";
import { readEnv } from "@/lib/env";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { createRuntime } from "@/lib/platform/create-runtime";
import { freePort } from "@/lib/platform/services/ports";
import { createBareDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

/** How Postgres says, in its protocol, that a COMMIT is done. */
const COMMIT_DONE = "COMMIT\0";

type Cut = (socket: Socket) => void;

/** Postgres behind a proxy that can lose one answer to a COMMIT, and the connection with it. */
async function startProxy(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let armed: Cut | undefined;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {}).on("close", () => [near, far].map((end) => end.destroy()));
    }
    near.on("data", (sent) => far.write(sent));
    far.on("data", (answer) => {
      if (armed === undefined || !answer.includes(COMMIT_DONE)) return void near.write(answer);
      armed(near);
      armed = undefined;
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => void server.listen(port, "127.0.0.1", resolve));
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  const loseNextCommit = (cut: Cut) => {
    armed = cut;
  };
  return { url: url.href, close, loseNextCommit, hasLost: () => armed === undefined };
}

async function setUp() {
  const { url, drop } = await createBareDatabase(inject("templateName"));
  const proxy = await startProxy(url);
  const env = readEnv({ NODE_ENV: "test", LOG_LEVEL: "silent", DATABASE_URL: proxy.url, REDIS_URL: "" });
  // So long that only doubt can make the process look again.
  const runtime = createRuntime(env, { limits: { trustForMs: 600_000 } });
  onTestFinished(async () => {
    await runtime.close();
    proxy.close();
    await drop();
  });
  const locality = await insertLocality(runtime.database);
  const { id } = await insertListing(runtime.database, { localityId: locality.id });
  return { proxy, runtime, database: runtime.database, id: ListingId.parse(id) };
}

const CUTS: Readonly<Record<string, Cut>> = {
  ended: (socket) => socket.destroy(),
  reset: (socket) => socket.resetAndDestroy(),
};

test.for(Object.entries(CUTS))(
  "a write that was committed although its connection was %s is seen by the next read",
  async ([, cut]) => {
    const { proxy, database, id } = await setUp();
    const writes = [
      (headline: string) =>
        database.$transaction(async (transaction) => {
          await transaction.listing.update({ where: { id }, data: { headline } });
        }),
      (headline: string) =>
        database.$transaction([
          database.listing.update({ where: { id }, data: { headline } }),
          database.listing.count(),
        ]),
    ];
    for (const [index, write] of writes.entries()) {
      const headline = `Committed ${index}`;
      expect((await getListing(id))?.headline).not.toBe(headline);
      proxy.loseNextCommit(cut);
      await expect(write(headline)).rejects.toThrow();
      expect(proxy.hasLost()).toBe(true);
      expect((await getListing(id))?.headline).toBe(headline);
    }
  },
);
