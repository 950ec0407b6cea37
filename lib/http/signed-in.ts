import type { SessionFacts } from "@/lib/accounts/freshness";
import type { Person } from "@/lib/accounts/person";
import { findSession } from "@/lib/accounts/session-queries";
import { AppError } from "@/lib/errors";
import { askedBy } from "@/lib/http/asked-by";
import { readSessionToken } from "@/lib/http/session-cookie";
import { type RequestSource, runtime } from "@/lib/platform/runtime";

/** Somebody and the session that they are in. */
export type SignedInPerson = { readonly person: Person; readonly session: SessionFacts };

/** Who sent a request. AppError unauthorized when nobody is signed in there, unavailable when that cannot be known. */
export async function requirePerson(request: Request): Promise<Person> {
  return (await requireSession(request)).person;
}

/** As requirePerson, with the session. */
export async function requireSession(request: Request): Promise<SignedInPerson> {
  const found = await findSessionOf(request);
  if (found === null) throw new AppError("unauthorized", "Sign in first.");
  if (found.awaitsCode) throw new AppError("unauthorized", "Give the code of the second factor first.");
  return { person: toPerson(found, askedBy(request)), session: found };
}

/** The session of a request, which may await its second factor; null when there is none. */
export async function findSessionOf(request: Request): Promise<SessionFacts | null> {
  return findSessionIn(request.headers.get("cookie"), askedBy(request));
}

/** The session in these cookies. The answer to whoever asked is theirs alone from now on, signed in or not. */
export async function findSessionIn(
  cookies: string | null,
  source: RequestSource,
): Promise<SessionFacts | null> {
  const context = runtime().request.getStore();
  if (context !== undefined) context.isPersonal = true;
  const token = readSessionToken(cookies, source.origin);
  return token === null ? null : findSession(token);
}

export function toPerson({ userId, name, role, agency }: SessionFacts, { address }: RequestSource): Person {
  return { userId, name, role, agency, address };
}
