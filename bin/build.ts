import { mkdirSync } from "node:fs";
import { buildPortal } from "@/bin/launcher/build";
import { explain } from "@/bin/launcher/fail";
import { DATA } from "@/lib/platform/services/clone";

try {
  mkdirSync(DATA, { recursive: true });
  await buildPortal(() => {});
} catch (thrown) {
  process.stderr.write(`${explain(thrown)}\n`);
  process.exitCode = 1;
}
