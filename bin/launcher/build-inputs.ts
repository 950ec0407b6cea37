import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { CLONE } from "@/lib/platform/services/clone";

/** All that the built portal is made of. */
export const INPUTS = [
  "app",
  "lib",
  "prisma",
  "public",
  "instrumentation.ts",
  "media-worker.ts",
  "password-worker.ts",
  "render-worker.ts",
  "server.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
/** Made from the schema and the lock file, and data that no build reads. */
const LEFT_OUT = new Set(["prisma/generated", "prisma/migrations", "prisma/seed"]);

/** One hash over names and contents: equal inputs, equal hash, wherever the clone lies and whatever its files' dates. */
export function hashBuildInputs(root = CLONE): string {
  const hash = createHash("sha256");
  for (const file of INPUTS.flatMap((input) => filesIn(root, input))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(root: string, path: string): string[] {
  if (LEFT_OUT.has(path)) return [];
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesIn(root, `${path}/${name}`));
}
