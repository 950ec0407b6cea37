import { revokeOtherSessions } from "@/lib/accounts/session-commands";
import { listSessions } from "@/lib/accounts/session-queries";
import { handler } from "@/lib/http/handler";
import { answerPrivately } from "@/lib/http/private-answer";
import { requireSession } from "@/lib/http/signed-in";

export const GET = handler(async (request) => {
  const { session } = await requireSession(request);
  return answerPrivately({ sessions: await listSessions(session) });
});

/** All others. */
export const DELETE = handler(async (request) => {
  const { session, person } = await requireSession(request);
  return answerPrivately({ revoked: await revokeOtherSessions(session, person) });
});
