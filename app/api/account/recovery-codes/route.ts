import { OwnPasswordInput } from "@/lib/accounts/account-input";
import { replaceRecoveryCodes } from "@/lib/accounts/second-factor-commands";
import { handler } from "@/lib/http/handler";
import { answerPrivately } from "@/lib/http/private-answer";
import { readJson } from "@/lib/http/read-json";
import { requirePerson } from "@/lib/http/signed-in";

export const POST = handler(async (request) => {
  const person = await requirePerson(request);
  const { password } = await readJson(request, OwnPasswordInput);
  return answerPrivately({ recoveryCodes: await replaceRecoveryCodes(person, password) }, { status: 201 });
});
