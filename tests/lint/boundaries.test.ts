import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FIXTURES = join(ROOT, "tests/lint/fixtures");

const REPORT = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), message: z.string(), location: z.object({ path: z.string() }) }),
  ),
});

// Each file of fixtures/wrong lies where the rule that it breaks applies, and begins with what the linter must say of it.
const { wrong, right } = await setUp();

test.for(wrong.files)("the linter refuses %s", async (file) => {
  const expected = await expectations(file);
  expect(expected).not.toEqual([]);
  expect(wrong.complaints.get(file)).toEqual(expected);
});

test("the corrected twin of each refused file passes", () => {
  expect([...right.complaints]).toEqual([]);
  expect(right.files).toEqual(wrong.files.map(inKebabCase).sort());
});

test("each message of the boundaries is seen on some refused file", async () => {
  const seen = [...wrong.complaints.values()].flat().map((complaint) => complaint.replace(/^\S+: /, ""));
  for (const message of await boundaryMessages()) expect(seen).toContain(message);
});

test("each override that restricts imports still forbids imports from a parent folder", async () => {
  for (const { includes, groups } of await importRestrictions()) {
    const isCovered = groups.some((group) => group.includes("../**") || group[0] === "**");
    expect(isCovered, `the override of ${includes} must repeat the shared patterns`).toBe(true);
  }
});

async function setUp() {
  const [wrong, right] = await Promise.all([lint("wrong"), lint("right")]);
  return { wrong, right };
}

/** Lints a tree of fixtures as if it were the repository: the rules go by path, and import cycles need a project. */
async function lint(tree: "wrong" | "right") {
  const folder = await mkdtemp(join(tmpdir(), "verandah-lint-"));
  try {
    await cp(join(FIXTURES, tree), folder, { recursive: true });
    const files = await listFiles(folder);
    await cp(join(ROOT, "biome.json"), join(folder, "biome.json"));
    await cp(join(ROOT, "tests/lint/rules"), join(folder, "tests/lint/rules"), { recursive: true });
    return { files, complaints: byFile(await runBiome(folder)) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function runBiome(folder: string): Promise<z.infer<typeof REPORT>> {
  const biome = join(ROOT, "node_modules/@biomejs/biome/bin/biome");
  const options = ["lint", "--reporter=json", "--max-diagnostics=none", "."];
  return new Promise((resolve, reject) => {
    // Biome exits with 1 when it found something, which is what is asked of it here.
    execFile(process.execPath, [biome, ...options], { cwd: folder }, (error, stdout) => {
      if (stdout.startsWith("{")) resolve(REPORT.parse(JSON.parse(stdout)));
      else reject(error ?? new Error(`Biome reported nothing: ${stdout}`));
    });
  });
}

function byFile({ diagnostics }: z.infer<typeof REPORT>): Map<string, string[]> {
  const complaints = new Map<string, string[]>();
  for (const { category, message, location } of diagnostics) {
    const others = complaints.get(location.path) ?? [];
    complaints.set(location.path, [...others, `${category}: ${message}`].sort());
  }
  return complaints;
}

async function expectations(file: string): Promise<string[]> {
  const lines = (await readFile(join(FIXTURES, "wrong", file), "utf8")).split("\n");
  const end = lines.findIndex((line) => !line.startsWith("// "));
  return lines.slice(0, end).map((line) => line.slice("// ".length));
}

function inKebabCase(path: string): string {
  return path.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

const RULES = z.object({
  style: z.object({
    noRestrictedImports: z
      .object({
        options: z.object({
          patterns: z.array(z.object({ group: z.array(z.string()), message: z.string() })),
        }),
      })
      .optional(),
  }),
});
const CONFIGURATION = z.object({
  linter: z.object({ rules: RULES }),
  overrides: z.array(z.object({ includes: z.array(z.string()), linter: z.object({ rules: RULES }) })),
});

async function importRestrictions() {
  const text = await readFile(join(ROOT, "biome.json"), "utf8");
  const { linter, overrides } = CONFIGURATION.parse(JSON.parse(text));
  return [{ includes: ["**"], linter }, ...overrides].flatMap(({ includes, linter: { rules } }) => {
    const patterns = rules.style.noRestrictedImports?.options.patterns;
    if (!patterns) return [];
    return { includes, groups: patterns.map(({ group }) => group), messages: patterns.map((p) => p.message) };
  });
}

async function boundaryMessages(): Promise<string[]> {
  const folder = join(ROOT, "tests/lint/rules");
  const plugins = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")),
  );
  const own = plugins.map(
    (plugin) => /message\s*=\s*"([^"]+)"/.exec(plugin)?.[1] ?? "a plugin without a message",
  );
  const configured = (await importRestrictions()).flatMap(({ messages }) => messages);
  return [...new Set([...own, ...configured])];
}
