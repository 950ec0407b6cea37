import { readEnv } from "@/lib/env";
import { createRuntime } from "@/lib/platform/create-runtime";
import { startListingPortal } from "@/tests/support/listing-portal";

// A process of its own, started by tests. It reads the journal only when it has to: within the trust limit it may answer with what it had.
const env = readEnv();
await startListingPortal(createRuntime(env), env.PORT);
process.send?.("listening");
