import { InvitationInput } from "@/lib/accounts/account-input";
import { invitationLink } from "@/lib/accounts/account-links";
import { listInvitations } from "@/lib/accounts/account-queries";
import { invite } from "@/lib/accounts/invitation-commands";
import { askedBy } from "@/lib/http/asked-by";
import { handler } from "@/lib/http/handler";
import { answerPrivately } from "@/lib/http/private-answer";
import { readJson } from "@/lib/http/read-json";
import { requirePerson } from "@/lib/http/signed-in";

export const GET = handler(async (request) =>
  answerPrivately({ invitations: await listInvitations(await requirePerson(request)) }),
);

export const POST = handler(async (request) => {
  const person = await requirePerson(request);
  const { id, token, expiresAt } = await invite(await readJson(request, InvitationInput), person);
  const link = invitationLink(askedBy(request).origin ?? "", token);
  return answerPrivately({ id, link, expiresAt }, { status: 201 });
});
