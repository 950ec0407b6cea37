import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const VERSIONS = z.record(z.string(), z.string());
const MANIFEST = z.object({ dependencies: VERSIONS, devDependencies: VERSIONS });
const LOCK = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional() })),
});

// The lowest version of each package without a known advisory that concerns us. `npm audit` says the same where it can be
// reached; this holds where it cannot, and when an update of something else brings an older copy in.
const FLOORS: Readonly<Record<string, string>> = {
  next: "16.4.6",
  react: "19.3.1",
  "react-dom": "19.3.1",
  sharp: "0.35.5",
};

const manifest = MANIFEST.parse(JSON.parse(readFileSync("package.json", "utf8")));
const lock = LOCK.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const direct = { ...manifest.dependencies, ...manifest.devDependencies };

test("package.json pins every dependency to one version", () => {
  const loose = Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
});

test("package-lock.json holds every dependency at the version that package.json pins", () => {
  const locked = Object.keys(direct).map((name) => [name, lock.packages[`node_modules/${name}`]?.version]);
  expect(Object.fromEntries(locked)).toEqual(direct);
});

test.for(Object.entries(FLOORS))("no installed copy of %s is older than %s", ([name, floor]) => {
  const copies = lockedVersions(name);
  expect(copies.length).toBeGreaterThan(0);
  expect(copies.filter((version) => isOlder(version, floor))).toEqual([]);
});

/** Every copy, also one that another package brought for itself. */
function lockedVersions(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([path, { version }]) => version ?? `no version at ${path}`);
}

/** Compares the numbers; a pre-release is older than its release. */
function isOlder(version: string, floor: string): boolean {
  const order = new Intl.Collator("en", { numeric: true }).compare(version.split("-")[0] ?? "", floor);
  return order < 0 || (order === 0 && version.includes("-"));
}
