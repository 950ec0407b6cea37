import next from "next";
import { type Env, readEnv } from "@/lib/env";
import { isAppError } from "@/lib/errors";
import { createPortalServer } from "@/lib/http/portal-server";
import { createRuntime } from "@/lib/platform/create-runtime";

/** Only this machine, by either of its names, unless HOST says otherwise. */
const LOOPBACK = ["127.0.0.1", "::1"];

async function serve(env: Env): Promise<void> {
  const runtime = createRuntime(env);
  const isDevelopment = env.NODE_ENV === "development";
  const pages = next({ dev: isDevelopment, hostname: env.HOST ?? "localhost", port: env.PORT });
  await pages.prepare();
  const portal = createPortalServer(
    runtime,
    pages.getRequestHandler(),
    isDevelopment ? pages.getUpgradeHandler() : undefined,
  );
  await portal.listen(env.HOST ? [env.HOST] : LOOPBACK, env.PORT);
  runtime.logger.info({ port: env.PORT }, "listening");

  const stop = async (signal: string) => {
    runtime.logger.info({ signal }, "closing");
    await portal.close();
    await pages.close();
    await runtime.close();
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

function fail(thrown: unknown): never {
  process.stderr.write(
    `${isAppError(thrown) || thrown instanceof Error ? thrown.message : String(thrown)}\n`,
  );
  process.exit(1);
}

try {
  await serve(readEnv());
} catch (thrown) {
  fail(thrown);
}
