import { Server } from "node:http";
import { readEnv } from "@/lib/env";
import { answerRenders } from "@/lib/http/renders/answer-renders";
import { readOfKey } from "@/lib/known-reads";
import { createAuditor } from "@/lib/platform/auditor";
import { createRuntime } from "@/lib/platform/create-runtime";
import { tellFigures } from "@/lib/platform/worker-figures";

// The portal's child that renders what is kept: as long as a page takes, whoever asks the portal for something else does not wait.
process.on("disconnect", () => process.exit(0));

const env = readEnv();
const runtime = createRuntime(env);
const { default: next } = await import("next");
// Nobody connects to it; without a server Next would listen for upgrades on the first that it meets.
const pages = next({
  dev: false,
  hostname: env.HOST ?? "localhost",
  port: env.PORT,
  httpServer: new Server(),
});
await pages.prepare();
runtime.follow();
if (env.AUDIT_PER_SECOND > 0) createAuditor(runtime, readOfKey).start();
tellFigures(runtime.metrics.registry);
const say = (message: unknown) => void process.send?.(message, undefined, undefined, () => {});
process.on("message", answerRenders(runtime, pages.getRequestHandler(), say));
say({ kind: "ready" });
