import { hashPassword } from "@/lib/accounts/password";
import type { Database } from "@/lib/platform/prisma";
import type { Prisma } from "@/prisma/generated/client";

export const PASSWORD = "three quiet lemons";

let hash: Promise<string> | undefined;
let made = 0;

/** An active editor with PASSWORD, unless told otherwise. */
export async function insertAccount(
  database: Database,
  overrides: Partial<Prisma.UserAccountUncheckedCreateInput> = {},
): Promise<{ id: number; email: string }> {
  // Made once: one takes half a second.
  hash ??= hashPassword(PASSWORD);
  const name = `Person ${++made}`;
  return database.userAccount.create({
    data: {
      email: `person${made}@example.com`,
      name,
      role: "editor",
      passwordHash: await hash,
      ...overrides,
    },
    select: { id: true, email: true },
  });
}
