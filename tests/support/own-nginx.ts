import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { findDeployedProgram } from "@/lib/platform/services/deployed-program";
import { freePort } from "@/lib/platform/services/ports";
import { startService, tailOf } from "@/lib/platform/services/service-process";
import { scratchFolder } from "@/tests/support/scratch-folder";

export const NGINX = findDeployedProgram("nginx", process.env.PATH ?? "");

/** nginx with the very configuration of docker-compose.yml, before these two ports instead of the instances; its origin. */
export async function startOwnNginx(ports: readonly [number, number]): Promise<string> {
  if (NGINX === undefined) throw new Error("There is no nginx on this machine; bin/test --install gets one.");
  const [folder, port] = [scratchFolder(), await freePort()];
  // As root its workers are another user.
  chmodSync(folder, 0o777);
  const file = join(folder, "nginx.conf");
  writeFileSync(file, configuration(folder, port, ports));
  const checked = spawnSync(NGINX, ["-t", "-c", file, "-p", folder], { encoding: "utf8" });
  if (checked.status !== 0) throw new Error(`nginx refuses deploy/nginx.conf:\n${checked.stderr}`);
  const service = await startService({
    name: "nginx",
    command: NGINX,
    args: ["-c", file, "-p", folder, "-g", "daemon off;"],
    logFile: join(folder, "nginx.log"),
    env: { LC_ALL: "C" },
    stopSignals: [["SIGTERM", 5_000]],
  });
  onTestFinished(() => service.stop());
  const origin = `http://127.0.0.1:${port}`;
  // Without a request, which an instance would see.
  const connects = async () => {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    socket.destroy();
  };
  await vi.waitFor(connects, { timeout: 5_000 }).catch(() => {
    throw new Error(`nginx does not answer:\n${tailOf(service.logFile)}`);
  });
  return origin;
}

/** Only where it listens, what it stands before and where it may write is another. */
function configuration(folder: string, port: number, [first, second]: readonly [number, number]): string {
  return readFileSync("deploy/nginx.conf", "utf8")
    .replaceAll("/tmp/nginx", `${folder}/nginx`)
    .replace("listen 8080;", `listen 127.0.0.1:${port};`)
    .replace("portal-1:3000", `127.0.0.1:${first}`)
    .replace("portal-2:3000", `127.0.0.1:${second}`)
    .replace("worker_processes auto;", "worker_processes 1;");
}
