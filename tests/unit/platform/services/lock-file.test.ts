import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockHolder, takeLock } from "@/lib/platform/services/lock-file";
import { processIdentity } from "@/lib/platform/services/process-identity";
import { scratchFolder } from "@/tests/support/scratch-folder";

function setUp() {
  return { file: join(scratchFolder(), "lock") };
}

/** A process that only waits, to hold a lock. */
async function bystander() {
  const child = spawn("sleep", ["60"]);
  await once(child, "spawn");
  const { pid = 0 } = child;
  const end = async () => {
    child.kill();
    await once(child, "exit");
  };
  return { pid, end };
}

test("a lock is held by one, and names its holder to the others", () => {
  const { file } = setUp();
  const lock = takeLock(file, "bin/up");
  expect(lock.taken).toBe(true);
  expect(takeLock(file, "bin/verandah")).toMatchObject({
    taken: false,
    holder: { pid: process.pid, purpose: "bin/up" },
  });
  if (lock.taken) lock.release();
  expect(existsSync(file)).toBe(false);
  expect(takeLock(file, "bin/verandah").taken).toBe(true);
});

test("the lock of a process that has ended is taken over", async () => {
  const { file } = setUp();
  const holder = await bystander();
  writeFileSync(
    file,
    JSON.stringify({ pid: holder.pid, identity: processIdentity(holder.pid), purpose: "bin/up" }),
  );
  expect(takeLock(file, "mine").taken).toBe(false);
  await holder.end();
  expect(takeLock(file, "mine").taken).toBe(true);
});

test("the lock of a process whose pid another one has got is taken over", async () => {
  const { file } = setUp();
  const holder = await bystander();
  writeFileSync(file, JSON.stringify({ pid: holder.pid, identity: "an earlier life", purpose: "bin/up" }));
  expect(lockHolder(file)).toBeUndefined();
  expect(takeLock(file, "mine").taken).toBe(true);
  await holder.end();
});

test("a lock file that says nothing is taken over", () => {
  const { file } = setUp();
  writeFileSync(file, "");
  expect(takeLock(file, "mine").taken).toBe(true);
});

test("releasing leaves a lock alone that has become somebody else's", () => {
  const { file } = setUp();
  const lock = takeLock(file, "mine");
  writeFileSync(file, "theirs");
  if (lock.taken) lock.release();
  expect(existsSync(file)).toBe(true);
});
