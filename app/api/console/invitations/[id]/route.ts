import { withdrawInvitation } from "@/lib/accounts/invitation-commands";
import { handler } from "@/lib/http/handler";
import { doneWith } from "@/lib/http/private-answer";
import { rowNamed } from "@/lib/http/row-named";
import { requirePerson } from "@/lib/http/signed-in";

export const DELETE = handler(async (request, { params }: RouteContext<"/api/console/invitations/[id]">) => {
  const person = await requirePerson(request);
  await withdrawInvitation(rowNamed((await params).id, "open invitation"), person);
  return doneWith();
});
