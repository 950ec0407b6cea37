import type { Metadata } from "next";
import { FactList } from "@/app/_ui/fact-list";
import { PageHead } from "@/app/console/_frame/page-head";
import { Section } from "@/app/console/_frame/section";
import { positionWords } from "@/app/console/_people/role-words";
import { getOwnAccount } from "@/lib/accounts/account-queries";
import { listSessions } from "@/lib/accounts/session-queries";
import { getAgency } from "@/lib/agencies/queries";
import { consoleVisitor } from "@/lib/http/console-visitor";
import { PasswordChange } from "./_password/password-change";
import { SecondFactor } from "./_second-factor/second-factor";
import { Sessions } from "./_sessions/sessions";

export const metadata: Metadata = { title: "My account" };

export default async function AccountPage() {
  const { person, session } = await consoleVisitor();
  const [account, sessions] = await Promise.all([getOwnAccount(person), listSessions(session)]);
  const agency = account.agency === null ? null : await getAgency(account.agency.slug);
  return (
    <>
      <PageHead title="My account" />
      <Section
        title="You"
        lead={account.role === "administrator" ? undefined : "An administrator changes your role."}
      >
        <FactList
          facts={[
            { term: "Name", detail: account.name },
            { term: "E-mail", detail: account.email },
            { term: "Role", detail: positionWords(account.role, agency?.name ?? null) },
          ]}
        />
      </Section>
      <Section title="Password" lead="A new one ends your sessions everywhere else.">
        <PasswordChange email={account.email} />
      </Section>
      <Section
        title="Second factor"
        lead="A code from an app on your phone, asked for after the password. Who has only your password then cannot sign in."
      >
        <SecondFactor account={account} />
      </Section>
      <Section
        title="Sessions"
        lead="Where you are signed in. End the ones that you do not know, and change your password."
      >
        <Sessions sessions={sessions} />
      </Section>
    </>
  );
}
