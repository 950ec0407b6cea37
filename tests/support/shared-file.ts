import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";

const FOLDER = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

/** The path of a data file that is too large for the repository. Where it is absent the test is skipped with a sentence; in CI it fails. */
export function sharedFile(context: TestContext, name: string): string {
  const path = `${FOLDER}${name}`;
  if (!existsSync(path)) {
    const sentence = `${path} is not there, so this was not tried`;
    if (process.env.CI) throw new Error(sentence);
    context.skip(sentence);
  }
  return path;
}
