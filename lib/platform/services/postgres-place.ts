import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { AppError } from "@/lib/errors";
import { CLONE, DATA } from "@/lib/platform/services/clone";
import {
  copyPostgres,
  installedPostgres,
  linkedPostgres,
  type PostgresBinaries,
} from "@/lib/platform/services/postgres-binaries";
import { isRoot, postgresUser, type RunAs } from "@/lib/platform/services/run-as";

/** Where a Postgres of ours lives, and as whom it runs: undefined is ourselves. */
export type PostgresPlace = {
  readonly dataDir: string;
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs | undefined;
};

/** Where the data of this clone goes when it cannot stay in the clone. One folder per clone, named after its path. */
export function placeOutsideClone(clone = CLONE): string {
  const hash = createHash("sha256").update(clone).digest("hex").slice(0, 8);
  return `/var/lib/verandah/${basename(clone)}-${hash}`;
}

/**
 * Finds a place that the user which Postgres runs as can reach: the given folder (below the clone's .data) if it can, else, as root,
 * the same folder below placeOutsideClone(), with the binaries and with the data that is there already. The folder exists afterwards
 * and belongs to that user.
 */
export function placePostgres(dataDir: string, log: (line: string) => void): PostgresPlace {
  makeFolder(dirname(dataDir));
  if (isRoot()) openWay(dirname(dataDir));
  const binaries = linkedPostgres(installedPostgres(), join(DATA, "native"));
  const runAs = postgresUser(dataDir);
  if (!runAs) return { dataDir: ownFolder(dataDir), binaries, runAs };

  const outside = join(placeOutsideClone(), relative(DATA, dataDir));
  const isReachable = canReach(runAs, binaries, dirname(dataDir));
  const staysHere = isReachable && (hasCluster(dataDir) || !hasCluster(outside));
  if (staysHere) {
    giveTo(runAs, dataDir);
    return { dataDir, binaries, runAs };
  }
  return moveOutside({ dataDir, outside, binaries, runAs, log });
}

function moveOutside(move: {
  dataDir: string;
  outside: string;
  binaries: PostgresBinaries;
  runAs: RunAs;
  log: (line: string) => void;
}): PostgresPlace {
  const { dataDir, outside, runAs } = move;
  const base = placeOutsideClone();
  move.log(`${runAs.name}, as whom Postgres runs for root, cannot reach ${CLONE}: its data is in ${base}`);
  for (let folder = dirname(outside); folder.startsWith(dirname(base)); folder = dirname(folder))
    makeFolder(folder);
  writeFileSync(join(DATA, "moved-to"), `${base}\n`);
  const binaries = copyPostgres(move.binaries, join(base, "native"));
  giveTo(runAs, binaries.folder);
  if (hasCluster(dataDir) && !hasCluster(outside))
    cpSync(dataDir, outside, { recursive: true, verbatimSymlinks: true });
  giveTo(runAs, outside);
  if (!canReach(runAs, binaries, dirname(outside)))
    throw new AppError(
      "unavailable",
      `${runAs.name} cannot reach ${base} either; run bin/up as an ordinary user.`,
    );
  return { dataDir: outside, binaries, runAs };
}

/** Tried, not computed: access lists, mount options and namespaces decide it as well as modes do. */
function canReach(user: RunAs, binaries: PostgresBinaries, folder: string): boolean {
  const as = { uid: user.uid, gid: user.gid, cwd: "/", stdio: "ignore" } as const;
  const program = spawnSync(join(binaries.folder, "bin/postgres"), ["--version"], as);
  const enter = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], as);
  return program.status === 0 && enter.status === 0;
}

function ownFolder(dataDir: string): string {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  if (found && found.uid !== process.getuid?.()) {
    throw new AppError(
      "unavailable",
      `The data in ${dataDir} belongs to another user: an earlier run was made as root. Run as root again, or remove .data as root to start anew.`,
    );
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return dataDir;
}

function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  if (isRoot()) chmodSync(folder, 0o755);
}

/** Lets others pass through the folders below .data, which are ours, though a umask or mkdtemp has closed them. */
function openWay(folder: string): void {
  if (!`${folder}/`.startsWith(`${DATA}/`)) return;
  chmodSync(folder, statSync(folder).mode | 0o111);
  openWay(dirname(folder));
}

function hasCluster(dataDir: string): boolean {
  return existsSync(join(dataDir, "PG_VERSION"));
}

function giveTo(user: RunAs, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (statSync(folder).uid === user.uid) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    lchownSync(join(folder, name), user.uid, user.gid);
  lchownSync(folder, user.uid, user.gid);
}
