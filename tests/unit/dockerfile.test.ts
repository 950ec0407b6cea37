import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { INPUTS } from "@/bin/launcher/build-inputs";

const STAGES = readFileSync("Dockerfile", "utf8")
  .split(/^(?=FROM )/m)
  .slice(1);
const LAST = STAGES.at(-1) ?? "";

test("the image is built in stages on Node 24, and runs as a user without rights", () => {
  expect(STAGES.length).toBe(3);
  for (const stage of STAGES) expect(stage).toMatch(/^FROM node:24-/);
  expect(LAST.match(/^USER .*$/gm)).toEqual(["USER node"]);
  expect(LAST).not.toMatch(/^RUN .*npm/m);
});

test("the context holds all that the build is made of, and nothing that is not named", () => {
  const lines = readFileSync(".dockerignore", "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));
  expect(lines[0]).toBe("*");
  const allowed = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  expect(allowed).toEqual(
    expect.arrayContaining([...INPUTS, "bin", "prisma.config.ts", ".npmrc", "deploy/verandah"]),
  );
  expect(allowed).not.toContain(".env");
});
