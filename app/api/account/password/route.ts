import { PasswordChangeInput } from "@/lib/accounts/account-input";
import { changePassword } from "@/lib/accounts/password-commands";
import { handler } from "@/lib/http/handler";
import { doneWith } from "@/lib/http/private-answer";
import { readJson } from "@/lib/http/read-json";
import { requireSession } from "@/lib/http/signed-in";

export const POST = handler(async (request) => {
  const { session, person } = await requireSession(request);
  await changePassword(session, person, await readJson(request, PasswordChangeInput));
  return doneWith();
});
