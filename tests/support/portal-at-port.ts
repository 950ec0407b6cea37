import type { IncomingMessage, ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { readEnv } from "@/lib/env";
import { createPortalServer, type PortalServerOptions } from "@/lib/http/portal-server";
import { createRuntime } from "@/lib/platform/create-runtime";
import { freePort } from "@/lib/platform/services/ports";
import { createTestDatabase } from "@/tests/support/database";

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Options = Pick<PortalServerOptions, "buildId" | "limits"> & {
  readonly answer?: Answer;
  readonly env?: Record<string, string>;
};

/** The portal's server over a database of the test's own, with something in place of Next. */
export async function startPortalServer(options: Options = {}) {
  const tested = await createTestDatabase();
  await tested.runtime.close();
  const runtime = createRuntime(readEnv({ ...asStrings(tested.runtime.env), ...options.env }));
  const port = await freePort();
  const portal = createPortalServer(
    runtime,
    options.answer ?? (async (_request, response) => void response.end("page")),
    { buildId: options.buildId, limits: options.limits ?? {} },
  );
  await portal.listen(["127.0.0.1", "::1"], port);
  onTestFinished(async () => {
    await portal.close();
    await runtime.close();
    await tested.close();
  });
  return { portal, port, origin: `http://127.0.0.1:${port}` };
}

function asStrings(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
