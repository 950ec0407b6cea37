import { ResetLinkInput } from "@/lib/accounts/account-input";
import { resetLink } from "@/lib/accounts/account-links";
import { makeResetLink } from "@/lib/accounts/password-commands";
import { askedBy } from "@/lib/http/asked-by";
import { handler } from "@/lib/http/handler";
import { answerPrivately } from "@/lib/http/private-answer";
import { readJson } from "@/lib/http/read-json";
import { rowNamed } from "@/lib/http/row-named";
import { requirePerson } from "@/lib/http/signed-in";

export const POST = handler(
  async (request, { params }: RouteContext<"/api/console/accounts/[id]/reset-link">) => {
    const person = await requirePerson(request);
    const id = rowNamed((await params).id, "account");
    const { token, expiresAt } = await makeResetLink(id, person, await readJson(request, ResetLinkInput));
    return answerPrivately(
      { link: resetLink(askedBy(request).origin ?? "", token), expiresAt },
      { status: 201 },
    );
  },
);
