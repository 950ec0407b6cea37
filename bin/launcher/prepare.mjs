// Before a program's first line: its options, the packages of npm, and the client that Prisma generates from the schema.
// Plain JavaScript without dependencies. Exits 0 to go on, 100 when everything is said, else with a sentence.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { missingPackage } from "./installed-packages.mjs";
import { readOptions } from "./options.mjs";
import { step } from "./steps.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const DATA = join(ROOT, ".data");
const LOCK = join(DATA, "prepare.lock");
const LOCK_WAIT_MS = 600_000;
/** node_modules, and what npm unpacks on the way. */
const INSTALL_NEEDS_MB = 1_500;
const GENERATED = join(ROOT, "prisma/generated/client.ts");
const GENERATED_STAMP = join(DATA, "generated");

const [program, ...args] = process.argv.slice(2);

try {
  if (program !== "verandah") answerOptions();
  await prepare();
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exitCode = 1;
}

function answerOptions() {
  const read = readOptions(program, args);
  if (read.problem) {
    process.stderr.write(`${read.problem}\n`);
    process.exit(2);
  }
  if (read.help) {
    process.stdout.write(read.help);
    process.exit(100);
  }
}

async function prepare() {
  if (isPrepared()) return;
  mkdirSync(DATA, { recursive: true });
  await takeLock();
  try {
    if (missingPackage(ROOT)) await step("packages", installPackages);
    if (!isGenerated()) await step("client", generateClient);
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function isPrepared() {
  return !missingPackage(ROOT) && isGenerated();
}

async function installPackages() {
  const { bavail, bsize } = statfsSync(ROOT);
  const freeMb = Math.floor((bavail * bsize) / 1024 ** 2);
  if (freeMb < INSTALL_NEEDS_MB)
    throw new Error(
      `The disk of ${ROOT} has ${freeMb} MB free and npm needs ${INSTALL_NEEDS_MB} MB; make room, then try again.`,
    );
  // --include=dev: NODE_ENV=production in somebody's shell would leave out what builds the portal.
  await run(
    "npm",
    ["ci", "--include=dev", "--include=optional", "--loglevel=error"],
    {},
    "npm ci failed; what it says stands above. It needs the npm registry.",
  );
  const missing = missingPackage(ROOT);
  if (missing)
    throw new Error(
      `npm ci ended well and yet ${missing} is not installed; is the registry complete? Then try again.`,
    );
  return "installed from package-lock.json";
}

async function generateClient() {
  await run(
    process.execPath,
    [join(ROOT, "node_modules/prisma/build/index.js"), "generate"],
    // Any file will do: generate asks for a schema engine that it does not use, and would download it.
    {
      PRISMA_SCHEMA_ENGINE_BINARY: join(ROOT, "package.json"),
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    },
    "prisma generate failed; what it says stands above.",
  );
  writeFileSync(GENERATED_STAMP, schemaHash());
  return "generated from prisma/schema.prisma";
}

function isGenerated() {
  return (
    existsSync(GENERATED) &&
    existsSync(GENERATED_STAMP) &&
    readFileSync(GENERATED_STAMP, "utf8") === schemaHash()
  );
}

function schemaHash() {
  const hash = createHash("sha256");
  for (const file of ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"])
    hash.update(readFileSync(join(ROOT, file)));
  return hash.digest("hex");
}

/** Shows what the command says only when it fails: its progress is the step's. */
async function run(command, commandArgs, env, failure) {
  const child = spawn(command, commandArgs, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (said += text));
  const status = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).catch((error) => {
    if (error.code !== "ENOENT") throw error;
    throw new Error(`Verandah needs ${command} (it comes with Node.js), and it is not on the PATH.`);
  });
  if (status === 0) return;
  process.stderr.write(`\n${said}\n`);
  throw new Error(failure);
}

/** One preparation at a time: a second npm ci would remove what the first installs. */
async function takeLock() {
  for (const deadline = Date.now() + LOCK_WAIT_MS; Date.now() < deadline; await pause(300)) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (!isHeld()) rmSync(LOCK, { force: true });
  }
  throw new Error(
    `Another run has been installing packages for ${LOCK_WAIT_MS / 60_000} minutes; end it or remove ${LOCK}, then try again.`,
  );
}

function isHeld() {
  try {
    process.kill(Number(readFileSync(LOCK, "utf8")), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function sentenceFor(error) {
  if (error.code === "ENOSPC") return `The disk of ${ROOT} is full; make room, then try again.`;
  if (error.code === "EACCES" || error.code === "EROFS")
    return `${error.path ?? ROOT} cannot be written; run as the owner of ${ROOT}, or clone it to a place of your own.`;
  return error.message;
}
