import pino from "pino";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { connectRedis } from "@/lib/platform/redis";
import { createRedisChannels } from "@/lib/platform/redis-channels";
import { type FaultMode, openFaultProxy } from "@/tests/support/fault-proxy";

const FAULTS: readonly FaultMode[] = [
  { kind: "garbage" },
  // The connection is made, and what answers the subscription is nonsense.
  { kind: "garbage", after: "subscribe" },
  { kind: "refuse" },
  { kind: "black-hole" },
  { kind: "slow-close", ms: 20 },
];

// Whatever is not caught here ends the process; the runner reports it.
test.for(FAULTS)(
  "after a line was bad ($kind) what is published is heard again, and nothing is thrown that nobody catches",
  async (fault) => {
    const url = new URL(inject("redisUrl"));
    const target = Number(url.port);
    const proxy = await openFaultProxy(() => target);
    url.port = String(proxy.port);
    const redis = connectRedis(url.href, pino({ level: "silent" }));
    const channels = createRedisChannels(redis, 100);
    onTestFinished(async () => {
      channels.close();
      redis.disconnect();
      await proxy.close();
    });
    const name = `test-${fault.kind}`;
    const heard: string[] = [];
    channels.listen(name, (text) => heard.push(text));
    const isHeard = (text: string) =>
      vi.waitFor(
        async () => {
          await channels.publish(name, text);
          expect(heard).toContain(text);
        },
        { timeout: 15_000, interval: 50 },
      );
    await isHeard("before");
    for (let round = 0; round < 3; round++) {
      proxy.cutAll();
      proxy.set(fault);
      await new Promise((resolve) => setTimeout(resolve, 600));
      proxy.set({ kind: "pass" });
      proxy.cutAll();
      await isHeard(`after ${round}`);
    }
  },
);
