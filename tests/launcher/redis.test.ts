import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { answers, startRedis } from "@/lib/platform/services/redis";
import { findRedisServer } from "@/lib/platform/services/redis-server";
import { scratchFolder } from "@/tests/support/scratch-folder";

// Without one, bin/test itself names what did not run.
const withRedis = test.runIf(findRedisServer(process.env.PATH ?? "") || process.env.CI);

withRedis(
  "the Redis of a clone wants its password, keeps nothing on disk and is gone when stopped",
  async () => {
    const folder = scratchFolder();
    const redis = await startRedis({ logFile: join(folder, "redis.log"), path: process.env.PATH ?? "" });
    if (!redis) throw new Error("There is no Redis on this machine; bin/test --install gets one.");
    onTestFinished(() => redis.process.stop());
    const client = new Redis(redis.url);
    expect(await client.config("GET", "save")).toEqual(["save", ""]);
    expect(await client.client("INFO")).toMatch(/ db=10 /);
    client.disconnect();
    const withoutPassword = new URL(redis.url);
    withoutPassword.password = "";
    expect(await answers(withoutPassword.href)).toBe(false);
    expect(readFileSync(`/proc/${redis.process.pid}/cmdline`, "utf8")).not.toContain(
      new URL(redis.url).password,
    );
    await redis.process.stop();
    expect(await answers(redis.url)).toBe(false);
  },
);

withRedis("a program that only has the name of a Redis server is passed over", () => {
  const found = findRedisServer("/nowhere");
  expect(found?.version).toMatch(/^\d+\./);
  expect(found?.command).not.toContain("/nowhere");
});
