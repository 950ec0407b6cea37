import { expect, test } from "vitest";
import { loadScriptsLate } from "@/lib/http/late-scripts";

const script = (name: string) => `<script src="/_next/static/chunks/${name}.js" async=""></script>`;
const PAGE = [
  '<!DOCTYPE html><html><head><link rel="stylesheet" href="/_next/static/chunks/a.css"/>',
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/boot.js"/>',
  `${script("one")}${script("two")}<script src="/_next/static/chunks/old.js" noModule=""></script></head>`,
  `<body><p>$&amp; text</p><script>self.first=1</script>${script("two")}${script("boot")}</body></html>`,
].join("");

test("the framework's scripts are named once each, in their order, by a script at the end of the page", () => {
  const late = loadScriptsLate(PAGE);
  expect(late).not.toContain('async=""');
  expect(late).not.toContain('as="script"');
  const [, files] = /let files=(\[[^\]]*\])/.exec(late) ?? [];
  expect(JSON.parse(files ?? "")).toEqual(
    ["one", "two", "boot"].map((name) => `/_next/static/chunks/${name}.js`),
  );
  expect(late).toMatch(/<\/script><\/body><\/html>$/);
});

test("all else of the page stays as it was", () => {
  const late = loadScriptsLate(PAGE);
  for (const part of ['href="/_next/static/chunks/a.css"', "noModule", "<p>$&amp; text</p>", "self.first=1"])
    expect(late).toContain(part);
});

test.for([
  "<!DOCTYPE html><html><body><p>No script.</p></body></html>",
  `<html><body>${script("one")}</body></html><!-- more -->`,
  '<html><body><script src="https://other.example/a.js" async=""></script></body></html>',
])("a page without any, or of another form, is left alone: %s", (page) => {
  expect(loadScriptsLate(page)).toBe(page);
});
