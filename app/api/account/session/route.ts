import { SignInInput } from "@/lib/accounts/account-input";
import { signOut } from "@/lib/accounts/session-commands";
import { signIn } from "@/lib/accounts/sign-in-commands";
import { askedBy } from "@/lib/http/asked-by";
import { handler } from "@/lib/http/handler";
import { answerPrivately, doneWith } from "@/lib/http/private-answer";
import { readJson } from "@/lib/http/read-json";
import { noSessionCookie, readSessionToken, requireCookie, sessionCookie } from "@/lib/http/session-cookie";
import { visitorOf } from "@/lib/http/visitor";

export const POST = handler(async (request) => {
  const { origin } = askedBy(request);
  requireCookie(origin);
  const given = await readJson(request, SignInInput);
  const replaces = readSessionToken(request.headers.get("cookie"), origin);
  const { token, expiresAt, secondFactor } = await signIn(given, visitorOf(request), { replaces });
  return answerPrivately({ secondFactor }, { cookie: sessionCookie(token, expiresAt, origin) });
});

export const DELETE = handler(async (request) => {
  const { origin } = askedBy(request);
  const token = readSessionToken(request.headers.get("cookie"), origin);
  if (token !== null) await signOut(token, visitorOf(request));
  return doneWith({ cookie: noSessionCookie(origin) });
});
