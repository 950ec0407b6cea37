import { spawnSync } from "node:child_process";
import { chmodSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLONE } from "@/lib/platform/services/clone";
import { scratchFolder } from "@/tests/support/scratch-folder";

/** Runs bin/up where `node` is this shell script, or nothing; the other programs of the shell are there. */
function upWithNode(script: string | undefined): { status: number | null; stderr: string } {
  const folder = scratchFolder();
  for (const program of ["sh", "dirname", "readlink"]) {
    const found = spawnSync("/bin/sh", ["-c", `command -v ${program}`], { encoding: "utf8" }).stdout.trim();
    symlinkSync(found, join(folder, program));
  }
  if (script !== undefined) {
    writeFileSync(join(folder, "node"), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, "node"), 0o755);
  }
  const { status, stderr } = spawnSync("/bin/sh", [join(CLONE, "bin/up"), "--help"], {
    env: { NODE_ENV: "test", PATH: folder },
    encoding: "utf8",
  });
  return { status, stderr };
}

test("without Node, bin/up says what it needs and where to get it", () => {
  const { status, stderr } = upWithNode(undefined);
  expect(status).toBe(1);
  expect(stderr).toBe(
    "Verandah needs Node.js 20.19 or newer, and there is no node on the PATH. Get it from https://nodejs.org or your package manager.\n",
  );
});

test.each(["v18.20.4", "v20.18.3", "v9.0.0"])("Node %s is too old, and bin/up says so", (version) => {
  const { status, stderr } = upWithNode(`echo ${version}`);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^Verandah needs Node\.js 20\.19 or newer, and .*\/node is v[\d.]+\. Get a newer one/,
  );
});

test.each(["v20.19.0", "v22.0.0", "v100.1.0"])("Node %s is new enough", (version) => {
  // 100 is how the preparing program says that all is said.
  const { status, stderr } = upWithNode(`[ "$1" = --version ] && echo ${version} && exit 0; exit 100`);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
