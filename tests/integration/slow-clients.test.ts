import { once } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import { connect, type Socket } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, onTestFinished, test, vi } from "vitest";
import type { PortalServerOptions } from "@/lib/http/portal-server";
import { get } from "@/tests/support/built-portal";
import { type Answer, startPortalServer } from "@/tests/support/portal-at-port";

const HEAD = "GET /console HTTP/1.1\r\nHost: localhost\r\n";
/** More than a loopback takes into its buffers. */
const LARGE_BYTES = 64 * 1024 * 1024;

/** A portal whose patience is measured in tenths of a second. */
async function setUp(limits: PortalServerOptions["limits"] = {}) {
  const begun: string[] = [];
  const ended: string[] = [];
  const answer: Answer = async (request, response) => {
    const { url = "" } = request;
    begun.push(url);
    response.once("close", () => ended.push(url));
    for await (const _ of request);
    response.end(url === "/large" ? Buffer.alloc(LARGE_BYTES) : "page");
  };
  const { origin, port } = await startPortalServer({
    answer,
    limits: { headMs: 300, requestMs: 600, idleMs: 400, keptMs: 5_000, lookEveryMs: 50, ...limits },
  });
  const open = () => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    onTestFinished(() => void socket.destroy());
    return socket;
  };
  return { origin, open, begun, ended, others: async () => (await get(origin, "/console")).status };
}

/** All that comes until the other side closes, and how long that was. */
async function untilCut(socket: Socket): Promise<{ text: string; tookMs: number }> {
  const startedAt = performance.now();
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk;
  });
  socket.resume();
  await once(socket, "close");
  return { text, tookMs: performance.now() - startedAt };
}

function trickle(socket: Socket, text: string): void {
  const bytes = [...text].values();
  const timer = setInterval(() => socket.write(bytes.next().value ?? "x"), 20);
  socket.once("close", () => clearInterval(timer));
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** With the time for which a refusal stays readable. */
const CUT_WITHIN_MS = 3_000;

test("who opens a connection and says nothing is cut off, while others are answered", async () => {
  const { open, others } = await setUp();
  const cut = untilCut(open());
  expect(await others()).toBe(200);
  const { text, tookMs } = await cut;
  expect(text).toMatch(/^HTTP\/1\.1 408 /);
  expect(tookMs).toBeGreaterThan(250);
  expect(tookMs).toBeLessThan(CUT_WITHIN_MS);
});

test("who sends a head slowly is cut off in words, however busily they send", async () => {
  const { open, others, begun } = await setUp();
  const slow = open();
  trickle(slow, `${HEAD}X-Long: ${"a".repeat(10_000)}`);
  const cut = untilCut(slow);
  expect(await others()).toBe(200);
  const { text, tookMs } = await cut;
  expect(text).toMatch(/^HTTP\/1\.1 408 .*did not come to its end in time/s);
  expect(tookMs).toBeLessThan(CUT_WITHIN_MS);
  expect(begun).toHaveLength(1);
});

test("who sends a body slowly is cut off in words, and nothing is done with what came", async () => {
  const { open, others, begun } = await setUp();
  const slow = open();
  slow.write("PUT /api/slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000\r\n\r\n");
  trickle(slow, "a".repeat(10_000));
  const cut = untilCut(slow);
  expect(await others()).toBe(200);
  const { text, tookMs } = await cut;
  expect(text).toMatch(/^HTTP\/1\.1 408 .*did not come to its end in time/s);
  expect(tookMs).toBeLessThan(CUT_WITHIN_MS);
  expect(begun).toEqual(["/console"]);
});

test("who takes nothing of a large answer is cut off, and what was kept for them is let go", async () => {
  const { open, others, ended } = await setUp();
  const before = process.memoryUsage().arrayBuffers;
  const deaf = Array.from({ length: 4 }, () => open().pause());
  for (const socket of deaf) socket.write("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await vi.waitFor(() =>
    expect(process.memoryUsage().arrayBuffers - before).toBeGreaterThan(3 * LARGE_BYTES),
  );
  expect(await others()).toBe(200);
  await vi.waitFor(() => expect(ended.filter((url) => url === "/large")).toHaveLength(4), {
    timeout: CUT_WITHIN_MS,
  });
  for (const socket of deaf) socket.destroy();
  await vi.waitFor(
    () => {
      collectGarbage();
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(LARGE_BYTES / 2);
    },
    { timeout: CUT_WITHIN_MS },
  );
});

test("who takes an answer slowly, but takes it, is not cut off", async () => {
  const { open } = await setUp();
  const slow = open();
  slow.write("GET /large HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  let bytes = 0;
  slow.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > 20_000_000 * (1 + pauses)) {
      pauses++;
      slow.pause();
      setTimeout(() => slow.resume(), 250);
    }
  });
  let pauses = 0;
  await once(slow, "close");
  expect(bytes).toBeGreaterThan(LARGE_BYTES);
  expect(pauses).toBe(3);
});

test("a head that is too large is refused in words, to those too who have not sent all of it, and the connection is closed", async () => {
  const { open, others } = await setUp({ headBytesMax: 8 * 1024 });
  for (const length of [9_000, 1_000_000]) {
    const socket = open();
    socket.write(`${HEAD}X-Long: ${"a".repeat(length)}\r\n\r\n`);
    const { text, tookMs } = await untilCut(socket);
    expect(text).toMatch(/^HTTP\/1\.1 431 /);
    expect(text).toContain("Connection: close");
    expect(JSON.parse(text.slice(text.indexOf("\r\n\r\n"))).error.message).toContain("longer than 8 KB");
    expect(tookMs).toBeLessThan(CUT_WITHIN_MS);
  }
  expect(await others()).toBe(200);
});

test("who is still sending when they are refused can read why, once they listen", async () => {
  const { open } = await setUp({ headBytesMax: 8 * 1024 });
  const socket = open().pause();
  for (let n = 0; n < 10; n++) {
    socket.write(n === 0 ? `${HEAD}X-Long: ` : "a".repeat(100_000));
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  expect((await untilCut(socket)).text).toMatch(/^HTTP\/1\.1 431 /);
});

test("an address that is too long is refused in words, and the connection goes on", async () => {
  const { origin, begun } = await setUp();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const ask = (path: string) =>
    new Promise<{ status: number | undefined; text: string; isReused: boolean }>((resolve, reject) => {
      const asked = httpRequest(`${origin}${path}`, { agent }, async (response) => {
        let text = "";
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode, text, isReused: asked.reusedSocket });
      });
      asked.on("error", reject).end();
    });
  const { status, text } = await ask(`/buy?q=${"a".repeat(9_000)}`);
  expect(status).toBe(414);
  expect(JSON.parse(text).error.message).toContain("longer than 8704 characters");
  expect(await ask("/console")).toMatchObject({ status: 200, isReused: true });
  expect(begun).toEqual(["/console"]);
});

test("what is no request is refused in words", async () => {
  const { open } = await setUp();
  const socket = open();
  socket.write("nonsense\r\n\r\n");
  expect((await untilCut(socket)).text).toMatch(/^HTTP\/1\.1 400 .*not a request that can be read/s);
});

test("a connection that is kept may pause for longer than a head may take, and is then used again", async () => {
  const { open } = await setUp({ headMs: 200, requestMs: 400, idleMs: 300 });
  const kept = open();
  let answers = 0;
  kept.on("data", (chunk: Buffer) => {
    answers += String(chunk).split("HTTP/1.1 200").length - 1;
  });
  for (const asked of [1, 2]) {
    kept.write(`${HEAD}\r\n`);
    await vi.waitFor(() => expect(answers).toBe(asked));
    // Node itself keeps one for a second longer than it is told.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
  expect(kept.readyState).toBe("open");
});

test("one that is kept for too long is closed", async () => {
  const { open } = await setUp({ keptMs: 300 });
  const kept = open();
  kept.write(`${HEAD}\r\n`);
  const { text, tookMs } = await untilCut(kept);
  expect(text).toContain("HTTP/1.1 200");
  expect(tookMs).toBeLessThan(CUT_WITHIN_MS);
});

test("as many idle connections as there may be stop nobody new", async () => {
  const { open, others } = await setUp({ connectionsMax: 20 });
  const idle = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const socket = open();
      socket.write(`${HEAD}\r\n`);
      await once(socket, "data");
      return socket;
    }),
  );
  expect(await others()).toBe(200);
  await vi.waitFor(() =>
    expect(idle.filter(({ readyState }) => readyState === "open").length).toBeLessThanOrEqual(20),
  );
});
