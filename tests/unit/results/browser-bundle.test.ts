import { build } from "esbuild";
import { expect, test } from "vitest";

/** What runs in the browser on a page of results, the map included. */
const ENTRIES = ["_results/filter-form.tsx", "_results/results-split.tsx", "_results/results.tsx"];

test("pages of results send browsers no parser of searches, and nothing of the server", async () => {
  const { metafile } = await build({
    entryPoints: ENTRIES.map((file) => `app/(portal)/${file}`),
    ...{ bundle: true, write: false, metafile: true, platform: "browser", packages: "external" },
    ...{
      outdir: "unwritten",
      logLevel: "silent",
      jsx: "automatic",
      loader: { ".svg": "empty", ".css": "empty" },
    },
  });
  const files = Object.keys(metafile.inputs);
  expect(files).toContain("app/(portal)/_map/map-host.ts");
  expect(
    files.filter((file) => /lib\/listings\/(search|listing)\.ts|lib\/(platform|http|env)/.test(file)),
  ).toEqual([]);
  const packages = Object.values(metafile.inputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external).map(({ path }) => path),
  );
  expect(packages).toContain("maplibre-gl");
  expect(packages.filter((name) => /^(zod|server-only|@base-ui)/.test(name))).toEqual([]);
});
