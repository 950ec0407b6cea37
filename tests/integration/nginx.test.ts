import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { CLONE } from "@/lib/platform/services/clone";
import { freePort } from "@/lib/platform/services/ports";
import { createTestDatabase } from "@/tests/support/database";
import { ANSWERED_BY } from "@/tests/support/listing-portal";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { NGINX, startOwnNginx } from "@/tests/support/own-nginx";

// Without one, bin/test itself names what did not run.
const withNginx = test.runIf(NGINX || process.env.CI);

/** Two processes of a portal behind nginx. */
async function setUp() {
  const tested = await createTestDatabase();
  const locality = await insertLocality(tested.database);
  const { id } = await insertListing(tested.database, { localityId: locality.id });
  const ports = [await freePort(), await freePort()] as const;
  const instances = await Promise.all(ports.map((port) => startInstance(tested.url, port)));
  onTestFinished(() => tested.close());
  const origin = await startOwnNginx(ports);
  const ask = async (init: RequestInit = {}) => {
    const response = await fetch(`${origin}/${id}`, init);
    const by = Number(response.headers.get(ANSWERED_BY));
    return { by, status: response.status, text: await response.text(), headers: response.headers };
  };
  return { instances, ask };
}

async function startInstance(databaseUrl: string, port: number) {
  const child = fork(`${CLONE}/tests/support/listing-server.ts`, {
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: "test", LOG_LEVEL: "error", TRUST_PROXY: "1" },
      ...{ DATABASE_URL: databaseUrl, PORT: String(port) },
    },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child, "message");
  return child;
}

/** Two servers of the test's own behind nginx, which answer as it says. */
async function setUpPlain(answer: RequestListener, second: RequestListener = answer) {
  const ports = await Promise.all(
    [answer, second].map(async (listener) => {
      const server = createServer(listener).listen(0, "127.0.0.1");
      await once(server, "listening");
      onTestFinished(() => {
        server.close();
        server.closeAllConnections();
      });
      const address = server.address();
      return typeof address === "object" && address ? address.port : 0;
    }),
  );
  const [first = 0, last = 0] = ports;
  return startOwnNginx([first, last]);
}

withNginx(
  "both instances get requests, and nothing is kept in between: an edit is seen by the next reader",
  async () => {
    const { instances, ask } = await setUp();
    const by = new Set<number>();
    for (let round = 0; round < 10; round++) {
      const headline = `Headline ${round}`;
      const edit = await ask({ method: "PUT", body: headline });
      expect(edit.status).toBe(204);
      // Whoever wrote carries what they have seen to whichever instance they come to.
      const cookie = edit.headers.get("set-cookie")?.split(";")[0] ?? "";
      const read = await ask({ headers: { cookie } });
      expect(JSON.parse(read.text)).toMatchObject({ headline });
      by.add(edit.by).add(read.by);
    }
    expect([...by].sort()).toEqual(instances.map(({ pid }) => pid).sort());
  },
  60_000,
);

withNginx(
  "an instance that is killed costs no reader an answer",
  async () => {
    const { instances, ask } = await setUp();
    const [dead, alive] = instances;
    for (let n = 0; n < 4; n++) await ask();
    dead?.kill("SIGKILL");
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map(({ by }) => by))).toEqual(new Set([alive?.pid]));
  },
  60_000,
);

withNginx("a change that broke on its way is not tried again elsewhere; a read is", async () => {
  const seen: string[] = [];
  const breaking: RequestListener = (request) => {
    seen.push(request.method ?? "");
    request.socket.destroy();
  };
  const origin = await setUpPlain(breaking);
  expect((await fetch(origin, { method: "POST", body: "x" })).status).toBe(502);
  expect(seen).toEqual(["POST"]);
  const other = await setUpPlain(breaking, (_request, response) => void response.end("whole"));
  expect(await (await fetch(other)).text()).toBe("whole");
  expect(seen).toEqual(["POST", "GET"]);
});

withNginx("who asks is what nginx saw, and nothing that they say of themselves", async () => {
  let asked: IncomingMessage["headers"] = {};
  const origin = await setUpPlain((request, response) => {
    asked = request.headers;
    response.end();
  });
  await fetch(origin, {
    headers: {
      "X-Forwarded-For": "203.0.113.7",
      "X-Forwarded-Proto": "https",
      "X-Forwarded-Host": "evil.example",
      "X-Forwarded-Port": "1",
      "X-Real-IP": "203.0.113.7",
      Forwarded: "for=203.0.113.7",
      "X-Request-Id": "caller-0001",
    },
  });
  expect(asked).toMatchObject({
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-proto": "http",
    "x-request-id": "caller-0001",
    host: new URL(origin).host,
  });
  for (const made of ["x-forwarded-host", "x-forwarded-port", "x-real-ip", "forwarded"])
    expect(asked).not.toHaveProperty(made);
});

withNginx("an answer with a policy of 4 KB and as much of other headers passes", async () => {
  const policy = `script-src ${Array.from({ length: 80 }, (_, n) => `'sha256-${String(n).padStart(43, "x")}='`).join(" ")}`;
  expect(policy.length).toBeGreaterThan(4_096);
  const origin = await setUpPlain((_request, response) => {
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Cache-Tag", "listing:1234567 ".repeat(600));
    response.end("page");
  });
  const answer = await fetch(origin);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-security-policy")).toBe(policy);
});

withNginx("what may be kept by others is not kept by nginx", async () => {
  let asked = 0;
  const origin = await setUpPlain((_request, response) => {
    asked++;
    response.setHeader("Cache-Control", "public, max-age=3600");
    response.end(String(asked));
  });
  const before = asked;
  for (let n = 1; n <= 3; n++) expect(await (await fetch(origin)).text()).toBe(String(before + n));
});

withNginx(
  "while one instance is newer, the scripts of both versions are found; a page that is missing stays so",
  async () => {
    const instanceWith =
      (file: string): RequestListener =>
      (request, response) => {
        response.statusCode = request.url === `/_next/static/${file}` ? 200 : 404;
        response.end();
      };
    const origin = await setUpPlain(instanceWith("old.js"), instanceWith("new.js"));
    const statusOf = async (path: string) => (await fetch(`${origin}${path}`)).status;
    // Not in turns, which are also nginx's.
    for (const file of ["old.js", "new.js"])
      for (let n = 0; n < 4; n++) expect(await statusOf(`/_next/static/${file}`)).toBe(200);
    expect(await statusOf("/_next/static/neither.js")).toBe(404);
    expect(await statusOf("/nowhere")).toBe(404);
  },
);
