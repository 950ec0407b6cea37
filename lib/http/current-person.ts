import "server-only";
import { headers } from "next/headers";
import type { SessionFacts } from "@/lib/accounts/freshness";
import type { Person } from "@/lib/accounts/person";
import { findSessionIn, toPerson } from "@/lib/http/signed-in";
import { runtime } from "@/lib/platform/runtime";

/** Who looks at the page that is being rendered; null when nobody is signed in there. Its answer is then stored by nobody. */
export async function currentPerson(): Promise<Person | null> {
  const source = runtime().request.getStore()?.source;
  const session = await currentSession();
  return source === undefined || session === null || session.awaitsCode ? null : toPerson(session, source);
}

/** As currentPerson, the session, which may await its second factor. */
export async function currentSession(): Promise<SessionFacts | null> {
  const source = runtime().request.getStore()?.source;
  if (source === undefined) return null;
  return findSessionIn((await headers()).get("cookie"), source);
}
