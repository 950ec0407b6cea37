import cluster from "node:cluster";
import { readEnv } from "@/lib/env";
import { superviseWorkers } from "@/lib/http/supervise-workers";
import { createRuntime } from "@/lib/platform/create-runtime";
import { whenTold } from "@/lib/platform/when-told";
import { tellFigures } from "@/lib/platform/worker-figures";
import { startListingPortal } from "@/tests/support/listing-portal";

// As server.ts, without Next: started by tests, with WEB_CONCURRENCY.
const env = readEnv();
await (cluster.isPrimary ? superviseWorkers(env) : serve());

async function serve(): Promise<void> {
  const runtime = createRuntime(env);
  const portal = await startListingPortal(runtime, env.PORT);
  runtime.follow();
  tellFigures(runtime.metrics.registry);
  whenTold(async () => {
    await portal.close();
    await runtime.close();
    process.exit(0);
  });
}
