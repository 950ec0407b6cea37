import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { measureThroughput } from "@/bench/load/closed-loop";

const PATHS = Array.from({ length: 10 }, (_, n) => `/${n}`);

async function setUp(statusOf: (path: string) => number = () => 200) {
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.set(path, (asked.get(path) ?? 0) + 1);
    response.writeHead(statusOf(path)).end("an answer");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const measure = (connections: number) =>
    measureThroughput({ origin, paths: PATHS, connections, seconds: 1 });
  return { asked, measure };
}

test.for([1, 4, 20])(
  "with %i connections every address is asked, and every answer counted",
  async (connections) => {
    const { asked, measure } = await setUp();
    const { answered, failed, perSecond, bytesPerAnswer } = await measure(connections);
    const total = [...asked.values()].reduce((sum, each) => sum + each, 0);
    expect([...asked.keys()].sort()).toEqual([...PATHS].sort());
    expect(failed).toBe(0);
    // Those on their way when it ends are not.
    expect(total - answered).toBeLessThanOrEqual(connections);
    expect(perSecond).toBeGreaterThan(100);
    expect(bytesPerAnswer).toBeGreaterThan("an answer".length);
  },
);

test("what is not a 2xx is a failure, not throughput", async () => {
  const { measure } = await setUp((path) => (path === "/3" ? 503 : 200));
  const { answered, failed } = await measure(2);
  expect(failed).toBeGreaterThan(0);
  expect(failed / (failed + answered)).toBeCloseTo(0.1, 1);
});
