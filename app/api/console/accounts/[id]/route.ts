import { changePosition, deactivate, reactivate } from "@/lib/accounts/account-commands";
import { AccountChange } from "@/lib/accounts/account-input";
import { handler } from "@/lib/http/handler";
import { doneWith } from "@/lib/http/private-answer";
import { readJson } from "@/lib/http/read-json";
import { rowNamed } from "@/lib/http/row-named";
import { requirePerson } from "@/lib/http/signed-in";

export const PATCH = handler(async (request, { params }: RouteContext<"/api/console/accounts/[id]">) => {
  const person = await requirePerson(request);
  const id = rowNamed((await params).id, "account");
  const change = await readJson(request, AccountChange);
  if ("role" in change) await changePosition(id, change, person);
  else if (change.isActive) await reactivate(id, person);
  else await deactivate(id, person);
  return doneWith();
});
