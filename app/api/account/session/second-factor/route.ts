import { CodeInput } from "@/lib/accounts/account-input";
import { signInWithCode } from "@/lib/accounts/sign-in-commands";
import { AppError } from "@/lib/errors";
import { askedBy } from "@/lib/http/asked-by";
import { handler } from "@/lib/http/handler";
import { doneWith } from "@/lib/http/private-answer";
import { readJson } from "@/lib/http/read-json";
import { sessionCookie } from "@/lib/http/session-cookie";
import { findSessionOf } from "@/lib/http/signed-in";
import { visitorOf } from "@/lib/http/visitor";

export const POST = handler(async (request) => {
  const session = await findSessionOf(request);
  if (session === null) throw new AppError("unauthorized", "Give the e-mail address and the password first.");
  const given = await readJson(request, CodeInput);
  const { token, expiresAt } = await signInWithCode(session, given, visitorOf(request));
  return doneWith({ cookie: sessionCookie(token, expiresAt, askedBy(request).origin) });
});
