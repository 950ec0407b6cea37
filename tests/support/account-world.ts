import { onTestFinished } from "vitest";
import type { Env } from "@/lib/env";
import { freePort } from "@/lib/platform/services/ports";
import { startAccountPortal } from "@/tests/support/account-portal";
import { insertAccount } from "@/tests/support/accounts";
import { createTestDatabase } from "@/tests/support/database";
import { visitor } from "@/tests/support/visitor";

/** A portal with an administrator, and whoever else is made; over HTTP. */
export async function setUpAccounts(settings: Partial<Record<keyof Env, string>> = {}) {
  const held = await createTestDatabase(settings);
  const port = await freePort();
  const portal = await startAccountPortal(held.runtime, port);
  onTestFinished(async () => {
    await portal.close();
    await held.close();
  });
  const origin = `http://127.0.0.1:${port}`;
  const administrator = await insertAccount(held.database, { role: "administrator", name: "Ada Admin" });
  return {
    ...held,
    port,
    origin,
    administrator,
    insert: (overrides: Parameters<typeof insertAccount>[1] = {}) => insertAccount(held.database, overrides),
    visitor: (headers: Readonly<Record<string, string>> = {}) => visitor(origin, headers),
    audited: async () =>
      held.database.auditEntry.findMany({
        where: { subject: { in: ["account", "invitation"] } },
        select: { action: true, userId: true, actor: true, subjectId: true },
        orderBy: { id: "asc" },
      }),
  };
}
