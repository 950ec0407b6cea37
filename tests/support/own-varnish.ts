import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { vi } from "vitest";
import { DATA } from "@/lib/platform/services/clone";
import { findDeployedProgram, unpackedLibraries } from "@/lib/platform/services/deployed-program";
import { startService, tailOf } from "@/lib/platform/services/service-process";
import { get } from "@/tests/support/built-portal";

const PATH = process.env.PATH ?? "";
const VARNISHD = findDeployedProgram("varnishd", PATH);

/** Whether there is a Varnish, and the compiler that it has its configuration made by. */
export const HAS_VARNISH = VARNISHD !== undefined && findDeployedProgram("gcc", PATH) !== undefined;

/** What a portal has to send to purge, and what Varnish is told of it. */
export const PURGE_TOKEN = randomBytes(24).toString("hex");

type VarnishOptions = {
  /** Empty, and not removed here. */
  readonly folder: string;
  readonly port: number;
  /** Of the portal's processes. */
  readonly portalPorts: readonly [number, number];
};

/** Varnish with the very configuration of deploy/varnish, before these ports instead of the instances. */
export async function startOwnVarnish({ folder, port, portalPorts }: VarnishOptions) {
  if (VARNISHD === undefined)
    throw new Error("There is no Varnish on this machine; bin/test --install gets one.");
  chmodSync(folder, 0o755);
  const [file, tokenFile, state] = [join(folder, "portal.vcl"), join(folder, "token"), join(folder, "state")];
  mkdirSync(state);
  writeFileSync(tokenFile, `${PURGE_TOKEN}\n`);
  writeFileSync(file, configuration(tokenFile, portalPorts));
  const service = await startService({
    name: "Varnish",
    command: VARNISHD,
    args: [
      ...["-F", "-j", "none", "-n", state, "-f", file, "-a", `127.0.0.1:${port}`, "-T", "none"],
      ...["-s", "default,64m", "-p", "http_gzip_support=off", ...modules()],
    ],
    logFile: join(folder, "varnish.log"),
    env: { PATH, LD_LIBRARY_PATH: unpackedLibraries(), LC_ALL: "C" },
    stopSignals: [["SIGTERM", 5_000]],
  });
  const origin = `http://127.0.0.1:${port}`;
  const answers = async () => {
    if ((await get(origin, "/healthz")).status !== 200) throw new Error("It is not ready.");
  };
  await vi.waitFor(answers, { timeout: 20_000, interval: 100 }).catch(async () => {
    await service.stop();
    throw new Error(`Varnish does not answer:\n${tailOf(service.logFile)}`);
  });
  return { origin, stop: () => service.stop() };
}

/** One that was unpacked looks for its modules where it would have been installed. */
function modules(): readonly string[] {
  if (!VARNISHD?.startsWith(DATA)) return [];
  const folders = unpackedLibraries().split(delimiter);
  return ["-p", `vmod_path=${folders.map((folder) => join(folder, "varnish/vmods")).join(delimiter)}`];
}

function configuration(tokenFile: string, [first, second]: readonly [number, number]): string {
  return readFileSync("deploy/varnish/portal.vcl", "utf8")
    .replace('"portal-1";\n  .port = "3000"', `"127.0.0.1";\n  .port = "${first}"`)
    .replace('"portal-2";\n  .port = "3000"', `"127.0.0.1";\n  .port = "${second}"`)
    .replace("/etc/varnish/purge-token", tokenFile);
}
