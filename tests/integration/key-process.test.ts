import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { getPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { type Derivation, deriveKey } from "@/lib/platform/derive-key";
import { forkAtLowPriority } from "@/lib/platform/fork-at-low-priority";
import { createKeyProcess } from "@/lib/platform/key-process";

const WORKER = fileURLToPath(new URL("../../password-worker.ts", import.meta.url));
const PRIORITY = 7;
const QUICK: Derivation = {
  ...{ password: "Four wörds, spelt", salt: Buffer.from("salt"), keyBytes: 32 },
  ...{ N: 1024, r: 8, p: 1 },
};
/** Takes some seconds. */
const SLOW: Derivation = { ...QUICK, N: 2 ** 17, p: 8 };

test("a key that is made elsewhere is the key that is made here, and whoever asked first need not be answered first", async () => {
  const { keys } = setUp();
  const asked = [QUICK, { ...QUICK, password: "other" }, { ...QUICK, salt: Buffer.from([0, 255]) }];
  expect(await Promise.all(asked.map(keys.derive))).toEqual(await Promise.all(asked.map(deriveKey)));
});

test("the process that makes keys has the priority that it is given, also among sessions where the system shares between those", async () => {
  const { keys, started } = setUp();
  await keys.derive(QUICK);
  const pid = started[0]?.pid;
  expect(getPriority(pid)).toBe(PRIORITY);
  const [own, theirs] = ["self", pid].map(autogroupOf);
  // Nothing where the system does not share so.
  if (own === "") return;
  expect(theirs).toMatch(new RegExp(` nice ${PRIORITY}\n$`));
  expect(theirs?.split(" ")[0]).not.toBe(own?.split(" ")[0]);
});

test("when the process breaks, who waits is told to try again, and the next one is answered", async () => {
  const { keys, started } = setUp();
  await keys.derive(QUICK);
  const lost = keys.derive(SLOW);
  started[0]?.kill("SIGKILL");
  await expect(lost).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringMatching("try again"),
  });
  expect(await keys.derive(QUICK)).toEqual(await deriveKey(QUICK));
  expect(started).toHaveLength(2);
});

test("without work the process ends, and begins again with work", async () => {
  const { keys, started } = setUp({ idleMs: 0 });
  await keys.derive(QUICK);
  await once(started[0] as ChildProcess, "exit");
  expect(await keys.derive(QUICK)).toEqual(await deriveKey(QUICK));
});

function autogroupOf(process: string | number | undefined): string {
  const file = `/proc/${process}/autogroup`;
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function setUp({ idleMs }: { readonly idleMs?: number } = {}) {
  const started: ChildProcess[] = [];
  const keys = createKeyProcess(() => {
    const child = forkAtLowPriority(WORKER, { execArgv: ["--import", "tsx"], priority: PRIORITY });
    started.push(child);
    return child;
  }, idleMs);
  onTestFinished(() => keys.close());
  return { keys, started };
}
