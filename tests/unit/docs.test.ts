import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const PAGES = ["README.md", "CONTRIBUTING.md", ...pagesIn("docs"), ...pagesIn("lib")];
const DECISIONS = PAGES.filter((page) => /^docs\/decisions\/\d{4}-/.test(page));
/** Made at run time, and so named by documents without being part of the repository. */
const MADE = /^(\.data|\.env|dist|\.next)(\/|$)/;

test.for(PAGES)("every link of %s to something of this repository arrives", (page) => {
  const missing = links(page).filter((link) => !arrives(page, link));
  expect(missing).toEqual([]);
});

test.for(PAGES)("every file that %s names exists", (page) => {
  const named = inCode(page).filter((text) => isPath(text) && !MADE.test(text));
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test.for(PAGES)("every npm script that %s names exists", (page) => {
  const manifest = z.object({ scripts: z.record(z.string(), z.string()) });
  const { scripts } = manifest.parse(JSON.parse(readFileSync("package.json", "utf8")));
  const named = [...readFileSync(page, "utf8").matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test.for(DECISIONS)("%s is dated, whole, short, and in the index under its title", (page) => {
  const text = readFileSync(page, "utf8");
  const [, number, title] =
    /^# (\d+)\. (.+)\n\n20\d\d-\d\d-\d\d · (?:accepted|superseded by .+)\n/.exec(text) ?? [];
  const file = page.slice("docs/decisions/".length);
  expect(text).toMatch(/\*\*Context\.\*\* [\s\S]+\*\*Decision\.\*\* [\s\S]+\*\*Consequences\.\*\* /);
  expect(text.split(/\s+/).length).toBeLessThan(250);
  expect(number?.padStart(4, "0")).toBe(file.slice(0, 4));
  expect(readFileSync("docs/decisions/README.md", "utf8").replace(/ +/g, " ")).toContain(
    `(${file}) | ${title} |`,
  );
});

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

function links(page: string): string[] {
  const targets = [...readFileSync(page, "utf8").matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, target = ""]) => target,
  );
  return targets.filter((target) => !/^https?:/.test(target));
}

function arrives(page: string, link: string): boolean {
  const [path = "", heading] = link.split("#");
  const file = path === "" ? page : normalize(join(dirname(page), path));
  if (!existsSync(file)) return false;
  return heading === undefined || headings(file).includes(heading);
}

/** As GitHub makes them. */
function headings(file: string): string[] {
  const lines = [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => heading);
  return lines.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replace(/\s/g, "-"),
  );
}

/** What stands between backticks, and each word of the commands in fenced blocks. */
function inCode(page: string): string[] {
  const text = readFileSync(page, "utf8");
  const fences = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, block = ""]) =>
    block.split(/\s+/),
  );
  const spans = [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/`([^`]+)`/g)];
  return [...fences, ...spans.flatMap(([, span = ""]) => span.split(/\s+/))];
}

function isPath(text: string): boolean {
  const isBelowFolder = /^(app|bench|bin|docs|lib|prisma|scripts|tests)(\/[\w.()[\]-]+)+\/?$/.test(text);
  return (
    isBelowFolder || /^(server\.ts|docker-compose\.yml|[\w-]+\.config\.ts|\.env\.example|\.npmrc)$/.test(text)
  );
}
