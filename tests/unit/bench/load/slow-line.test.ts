import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openSlowLine } from "@/bench/load/slow-line";

async function setUp() {
  const server = createServer((request, response) => response.end(`${request.url} of the target`));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const line = await openSlowLine((server.address() as AddressInfo).port);
  onTestFinished(async () => {
    await line.close();
    server.closeAllConnections();
    server.close();
  });
  const ask = async () => {
    const askedAt = performance.now();
    const text = await (await fetch(`http://127.0.0.1:${line.port}/x`)).text();
    return { text, tookMs: performance.now() - askedAt };
  };
  return { line, ask };
}

test("what is asked arrives, and its answer comes back as it was", async () => {
  const { ask } = await setUp();
  expect((await ask()).text).toBe("/x of the target");
});

test("each answer comes so much later while the line is slow, and in time again afterwards", async () => {
  const { line, ask } = await setUp();
  line.delay(150);
  expect((await ask()).tookMs).toBeGreaterThan(149);
  line.delay(0);
  expect((await ask()).tookMs).toBeLessThan(140);
});
