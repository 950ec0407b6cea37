import { listAccounts } from "@/lib/accounts/account-queries";
import { handler } from "@/lib/http/handler";
import { answerPrivately } from "@/lib/http/private-answer";
import { requirePerson } from "@/lib/http/signed-in";

export const GET = handler(async (request) =>
  answerPrivately({ accounts: await listAccounts(await requirePerson(request)) }),
);
