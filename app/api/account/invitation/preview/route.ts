import { LinkInput } from "@/lib/accounts/account-input";
import { findInvitation } from "@/lib/accounts/account-queries";
import { AppError } from "@/lib/errors";
import { handler } from "@/lib/http/handler";
import { answerPrivately } from "@/lib/http/private-answer";
import { readJson } from "@/lib/http/read-json";

/** A POST, so that the token is in no address. */
export const POST = handler(async (request) => {
  const { token } = await readJson(request, LinkInput);
  const invitation = await findInvitation(token);
  if (invitation === null)
    throw new AppError("not_found", "This invitation was used already, or is too old; ask for another.");
  return answerPrivately(invitation);
});
