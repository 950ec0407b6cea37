import { readEnv } from "@/lib/env";
import { createRuntime } from "@/lib/platform/create-runtime";
import { startAccountPortal } from "@/tests/support/account-portal";

// A process of its own, started by tests, that follows the journal as the portal does.
const env = readEnv();
const runtime = createRuntime(env);
await startAccountPortal(runtime, env.PORT);
runtime.follow();
process.send?.("listening");
