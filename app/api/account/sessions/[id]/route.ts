import { revokeSession } from "@/lib/accounts/session-commands";
import { handler } from "@/lib/http/handler";
import { doneWith } from "@/lib/http/private-answer";
import { rowNamed } from "@/lib/http/row-named";
import { requirePerson } from "@/lib/http/signed-in";

export const DELETE = handler(async (request, { params }: RouteContext<"/api/account/sessions/[id]">) => {
  const person = await requirePerson(request);
  await revokeSession(rowNamed((await params).id, "session"), person);
  return doneWith();
});
