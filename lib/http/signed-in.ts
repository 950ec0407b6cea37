import { createHash } from "node:crypto";
import type { Person } from "@/lib/accounts/person";
import { AppError } from "@/lib/errors";
import { runtime } from "@/lib/platform/runtime";

const COOKIE = /(?:^|;\s*)verandah-session=([^;]+)/;

/** Who sends this request. AppError unauthorized unless its session's cookie is that of somebody who may sign in. */
export async function requirePerson(request: Request): Promise<Person> {
  const token = COOKIE.exec(request.headers.get("cookie") ?? "")?.[1] ?? "";
  const session = await runtime().database.session.findUnique({
    where: { tokenHash: createHash("sha256").update(token).digest() },
    select: {
      expiresAt: true,
      user: {
        select: {
          ...{ id: true, name: true, role: true, isActive: true },
          agency: { select: { id: true, slug: true } },
        },
      },
    },
  });
  if (session === null || session.expiresAt <= new Date() || !session.user.isActive)
    throw new AppError("unauthorized", "Sign in first; whoever is not signed in has no console.");
  const { id, name, role, agency } = session.user;
  return { userId: id, name, role, agency, address: "127.0.0.1" };
}
