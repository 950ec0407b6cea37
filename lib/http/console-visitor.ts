import "server-only";
import { redirect } from "next/navigation";
import { consolePath } from "@/lib/http/console-path";
import { currentSession } from "@/lib/http/current-person";
import { type SignedInPerson, toPerson } from "@/lib/http/signed-in";
import { runtime } from "@/lib/platform/runtime";

/**
 * Who looks at the page of the console that is being rendered. Whoever is not signed in is sent to /sign-in, and from there back. Each page
 * asks for itself: a layout is rendered beside its page and not before it, and not at all when only the page changes.
 */
export async function consoleVisitor(): Promise<SignedInPerson> {
  const { source, url } = runtime().request.getStore() ?? {};
  const session = await currentSession();
  if (source === undefined || session === null || session.awaitsCode)
    redirect(`/sign-in?${new URLSearchParams({ next: consolePath(url) })}`);
  return { person: toPerson(session, source), session };
}
