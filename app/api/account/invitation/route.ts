import { AcceptanceInput } from "@/lib/accounts/account-input";
import { acceptInvitation } from "@/lib/accounts/invitation-commands";
import { askedBy } from "@/lib/http/asked-by";
import { handler } from "@/lib/http/handler";
import { doneWith } from "@/lib/http/private-answer";
import { readJson } from "@/lib/http/read-json";
import { requireCookie, sessionCookie } from "@/lib/http/session-cookie";
import { visitorOf } from "@/lib/http/visitor";

/** Accepts it. */
export const POST = handler(async (request) => {
  const { origin } = askedBy(request);
  requireCookie(origin);
  const given = await readJson(request, AcceptanceInput);
  const { token, expiresAt } = await acceptInvitation(given, visitorOf(request));
  return doneWith({ cookie: sessionCookie(token, expiresAt, origin) });
});
