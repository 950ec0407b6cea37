import { readEnv } from "@/lib/env";
import { createRuntime } from "@/lib/platform/create-runtime";
import type { FromWorker, ToWorker } from "@/tests/faults/messages";
import { runReader } from "@/tests/faults/reader";
import { runWriter } from "@/tests/faults/writer";

// One process of the portal in a fault run: a reader that serves HTTP, or a writer.
const runtime = createRuntime(readEnv());
const say = (message: FromWorker) => void process.send?.(message);

process.on("message", (message: ToWorker) => {
  if (message.kind === "assignment") {
    const run = message.assignment.role === "reader" ? runReader : runWriter;
    run(runtime, message.assignment, say).catch((thrown) => say({ kind: "failed", message: String(thrown) }));
  } else {
    // The labelled crash point: committed, and nobody told.
    runtime.channels.publish = () => new Promise(() => process.kill(process.pid, "SIGKILL"));
  }
});
process.on("disconnect", () => process.exit(0));
