import { FirstCodeInput, OwnPasswordInput } from "@/lib/accounts/account-input";
import {
  confirmSecondFactor,
  offerSecondFactor,
  removeSecondFactor,
} from "@/lib/accounts/second-factor-commands";
import { handler } from "@/lib/http/handler";
import { answerPrivately, doneWith } from "@/lib/http/private-answer";
import { readJson } from "@/lib/http/read-json";
import { requirePerson, requireSession } from "@/lib/http/signed-in";

/** Offers a secret. */
export const POST = handler(async (request) => {
  const person = await requirePerson(request);
  const { password } = await readJson(request, OwnPasswordInput);
  return answerPrivately(await offerSecondFactor(person, password), { status: 201 });
});

/** Takes the first code of it. */
export const PUT = handler(async (request) => {
  const { session, person } = await requireSession(request);
  const { code } = await readJson(request, FirstCodeInput);
  return answerPrivately({ recoveryCodes: await confirmSecondFactor(session, { person, code }) });
});

export const DELETE = handler(async (request) => {
  const person = await requirePerson(request);
  const { password } = await readJson(request, OwnPasswordInput);
  await removeSecondFactor(person, password);
  return doneWith();
});
