import { mkdirSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { hashBuildInputs } from "@/bin/launcher/build-inputs";
import { explain } from "@/bin/launcher/fail";
import { missingPackage } from "@/bin/launcher/installed-packages.mjs";
import { readOptions } from "@/bin/launcher/options.mjs";
import { AppError } from "@/lib/errors";
import { scratchFolder } from "@/tests/support/scratch-folder";

function setUp() {
  const root = scratchFolder();
  const write = (file: string, content: unknown) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), typeof content === "string" ? content : JSON.stringify(content));
  };
  return { root, write };
}

const LOCK = {
  packages: {
    "": {},
    "node_modules/a": { version: "1.0.0" },
    "node_modules/native": { version: "1.0.0", optional: true, os: [platform()], cpu: [arch()] },
    "node_modules/elsewhere": { version: "1.0.0", optional: true, os: ["aix"] },
  },
};

test("node_modules is complete when it holds what the lock file has for this machine", () => {
  const { root, write } = setUp();
  write("package-lock.json", LOCK);
  expect(missingPackage(root)).toBe("node_modules");
  write("node_modules/.package-lock.json", LOCK);
  write("node_modules/a/package.json", {});
  expect(missingPackage(root)).toBe("node_modules/native");
  write("node_modules/native/package.json", {});
  expect(missingPackage(root)).toBeUndefined();
  write("package-lock.json", { packages: { ...LOCK.packages, "node_modules/a": { version: "1.0.1" } } });
  expect(missingPackage(root)).toBe("node_modules/a");
});

test("a change of a source asks for a build; a change of what no build reads does not", () => {
  const { root, write } = setUp();
  write("app/page.tsx", "one");
  const before = hashBuildInputs(root);
  write("docs/page.md", "two");
  write("prisma/seed/seed.ts", "two");
  expect(hashBuildInputs(root)).toBe(before);
  write("app/page.tsx", "two");
  expect(hashBuildInputs(root)).not.toBe(before);
});

test("options are read once, and each mistake is one sentence with the way out", () => {
  expect(readOptions("up", ["--port", "8080", "--no-install"])).toEqual({
    options: { port: 8080, listings: 5_000, dev: false, reset: false, install: false },
  });
  expect(readOptions("up", ["--port", "80800"])).toEqual({
    problem: "--port 80800 is not a port; give a number from 1 to 65535.",
  });
  expect(readOptions("test", ["--prot", "1"])).toMatchObject({
    problem: expect.stringMatching(/--prot.*bin\/test --help\.$/),
  });
  expect(readOptions("up", ["--help"])).toMatchObject({ help: expect.stringContaining("--listings N") });
});

test("a full disk and a foreign file are explained; what nobody expected keeps its stack", () => {
  expect(explain(Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" }))).toMatch(
    /^The disk of .* is full; make room/,
  );
  expect(explain(Object.assign(new Error("EACCES"), { code: "EACCES", path: "/x" }))).toMatch(
    /^\/x cannot be written;/,
  );
  expect(explain(new AppError("conflict", "Just this."))).toBe("Just this.");
  expect(explain(new Error("odd"))).toContain("prepare.test.ts");
});
