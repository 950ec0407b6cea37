import { onTestFinished } from "vitest";
import type { Env } from "@/lib/env";
import { type WriteHooks, withFreshWrites } from "@/lib/platform/fresh-writes";
import { connectDatabase } from "@/lib/platform/prisma";

/** A client of the test's own whose writes note which hook they ended with. */
export function watchWrites(env: Env, hooks: Partial<WriteHooks> = {}) {
  const client = connectDatabase(env);
  onTestFinished(() => client.$disconnect());
  const calls: ("committed" | "in doubt")[] = [];
  const fresh = withFreshWrites(client, {
    reading: () => {},
    writing: (work) => work(),
    committed: async () => void calls.push("committed"),
    inDoubt: () => void calls.push("in doubt"),
    ...hooks,
  });
  return { ...fresh, calls };
}
