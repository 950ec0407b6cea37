import { ResetInput } from "@/lib/accounts/account-input";
import { resetPassword } from "@/lib/accounts/password-commands";
import { handler } from "@/lib/http/handler";
import { doneWith } from "@/lib/http/private-answer";
import { readJson } from "@/lib/http/read-json";
import { visitorOf } from "@/lib/http/visitor";

export const POST = handler(async (request) => {
  await resetPassword(await readJson(request, ResetInput), visitorOf(request));
  return doneWith();
});
