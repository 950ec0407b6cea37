import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Core } from "./core";

/** A version of the core with one thing wrong: text of one file that is put in place of what stands there. */
export type Wrong = { readonly file: string; readonly right: string; readonly wrong: string };

const CORE_FOLDER = join(import.meta.dirname, "../../../../lib/cache");

/** The core with these things wrong. Throws when what is to be replaced does not stand there exactly once. */
export async function coreWith(...wrongs: readonly Wrong[]): Promise<Core> {
  const folder = await mkdtemp(join(import.meta.dirname, ".known-bad-"));
  try {
    const file = join(folder, "core.mjs");
    await writeFile(file, await bundle(wrongs));
    // Built here from the core's own files, so it has the core's shape.
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Core;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function bundle(wrongs: readonly Wrong[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from "./cache"; export * from "./change-clock"; export * from "./limits";`,
      resolveDir: CORE_FOLDER,
    },
    bundle: true,
    write: false,
    format: "esm",
    target: "node20",
    plugins: [
      {
        name: "wrong",
        setup: ({ onLoad }) =>
          onLoad({ filter: /lib\/cache\/[a-z-]+\.ts$/ }, async ({ path }) => {
            const here = wrongs.filter(({ file }) => path.endsWith(`/${file}`));
            return { contents: here.reduce(replaced, await readFile(path, "utf8")), loader: "ts" };
          }),
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}

function replaced(source: string, { file, right, wrong }: Wrong): string {
  if (source.split(right).length !== 2) throw new Error(`${file} does not say this exactly once: ${right}`);
  return source.replace(right, () => wrong);
}
