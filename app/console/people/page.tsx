import type { Metadata } from "next";
import { Forbidden } from "@/app/console/_frame/forbidden";
import { PageHead } from "@/app/console/_frame/page-head";
import { listAccounts, listInvitations } from "@/lib/accounts/account-queries";
import { listAgencies } from "@/lib/agencies/queries";
import { consoleVisitor } from "@/lib/http/console-visitor";
import { AccountsTable } from "./_accounts/accounts-table";
import { InvitationsTable } from "./_invitations/invitations-table";
import { InviteDialog } from "./_invitations/invite-dialog";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const { person } = await consoleVisitor();
  if (person.role !== "administrator")
    return (
      <Forbidden title="People">
        Administrators decide here who may sign in. Ask one of them if somebody is missing.
      </Forbidden>
    );
  const [accounts, invitations, agencies] = await Promise.all([
    listAccounts(person),
    listInvitations(person),
    listAgencies(),
  ]);
  return (
    <>
      <PageHead
        title="People"
        lead="Who may sign in, and what they may do."
        actions={<InviteDialog agencies={agencies} />}
      />
      <div className="grid gap-8">
        <AccountsTable accounts={accounts} agencies={agencies} ownId={person.userId} />
        <section aria-labelledby="invitations" className="grid gap-3">
          <h2 id="invitations" className="text-xl">
            Open invitations
          </h2>
          <InvitationsTable invitations={invitations} />
        </section>
      </div>
    </>
  );
}
