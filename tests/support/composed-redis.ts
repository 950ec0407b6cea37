import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { freePort } from "@/lib/platform/services/ports";
import { answers } from "@/lib/platform/services/redis";
import { findRedisServer } from "@/lib/platform/services/redis-server";
import { startService, tailOf } from "@/lib/platform/services/service-process";
import { connectAsked, type OwnRedis } from "@/tests/support/own-redis";

const COMPOSE = z.object({ services: z.object({ redis: z.object({ command: z.array(z.string()) }) }) });
const PASSWORD = `\${REDIS_PASSWORD:?}`;
const READY_WAIT_MS = 10_000;

/** The command line of docker-compose.yml's Redis, without the program. */
const [, ...COMMAND_LINE] = COMPOSE.parse(parse(readFileSync("docker-compose.yml", "utf8"))).services.redis
  .command;

/** The commands that the user of docker-compose.yml may send. */
export const ALLOWED_COMMANDS: readonly string[] = COMMAND_LINE.filter((word) => word.startsWith("+")).map(
  (word) => word.slice(1),
);

/** The Redis of docker-compose.yml, started by its own command line; its URL is the portal's user's. `admin` is a user more. */
export async function startComposedRedis(): Promise<OwnRedis> {
  const server = findRedisServer(process.env.PATH ?? "");
  if (!server) throw new Error("There is no Redis on this machine; bin/test --install gets one.");
  const folder = mkdtempSync(join(tmpdir(), "verandah-composed-redis-"));
  const [password, port] = [randomBytes(24).toString("hex"), await freePort()];
  const service = await startService({
    name: "Redis",
    command: server.command,
    argv0: server.argv0,
    args: [
      ...COMMAND_LINE.map((word) => word.replace(PASSWORD, password)),
      ...["--user", "admin", "on", `>${password}`, "~*", "&*", "+@all"],
      ...["--port", String(port), "--bind", "127.0.0.1", "--dir", folder],
    ],
    logFile: join(folder, "redis.log"),
    env: { LC_ALL: "C" },
    stopSignals: [["SIGTERM", 5_000]],
  });
  const urlOf = (user: string) => `redis://${user}:${password}@127.0.0.1:${port}`;
  const remove = async () => {
    await service.stop({ hurry: true });
    rmSync(folder, { recursive: true, force: true });
  };
  for (const deadline = Date.now() + READY_WAIT_MS; Date.now() < deadline; ) {
    if (!(await answers(urlOf("verandah")))) continue;
    const admin = connectAsked(`${urlOf("admin")}/10`);
    return { url: urlOf("verandah"), admin, stop: () => remove().finally(() => admin.disconnect()) };
  }
  const log = tailOf(service.logFile);
  await remove();
  throw new Error(`The Redis of docker-compose.yml does not start:\n${log}`);
}
