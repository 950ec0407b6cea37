import { build } from "esbuild";
import { expect, test } from "vitest";

/** What the editor checks with in the browser, before the server does with the same. */
const TAKEN = [
  "listing-input",
  "listing-limits",
  "listing-parts",
  "listing-draft",
  "listing-workflow",
  "price-rules",
  "console-search",
];

test("what the editor takes from here needs no server, so that a browser checks by the very rules of the server", async () => {
  const { metafile } = await build({
    entryPoints: TAKEN.map((name) => `lib/listings/${name}.ts`),
    ...{
      bundle: true,
      write: false,
      metafile: true,
      platform: "browser",
      outdir: "unwritten",
      logLevel: "silent",
    },
  });
  const files = Object.keys(metafile.inputs);
  expect(files.length).toBeGreaterThan(TAKEN.length);
  expect(files.filter((file) => /server-only|lib\/(platform|http|env)|prisma\/|@prisma/.test(file))).toEqual(
    [],
  );
});
