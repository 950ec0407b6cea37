import { Command, Option } from "commander";
import { askHidden } from "@/bin/commands/ask-hidden";
import { withPortal } from "@/bin/commands/with-portal";
import { Email, PersonName, Position, ROLES } from "@/lib/accounts/account";
import { deactivate, reactivate } from "@/lib/accounts/account-commands";
import { invitationLink, resetLink } from "@/lib/accounts/account-links";
import { findAccountId, listAccounts, listInvitations } from "@/lib/accounts/account-queries";
import { acceptInvitation, invite } from "@/lib/accounts/invitation-commands";
import { makeResetLink } from "@/lib/accounts/password-commands";
import { signOut } from "@/lib/accounts/session-commands";
import { readLaunchEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";

const ACTOR = { name: "command line" };

type Wanted = {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly agency?: string;
  readonly askPassword?: boolean;
};

export function userCommand(): Command {
  const user = new Command("user").description("Who may sign in.");
  user
    .command("create")
    .description("Invite somebody: prints a link, good for seven days, by which they choose their password.")
    .requiredOption("--email <address>", "what they sign in with")
    .requiredOption("--name <name>", "what they are called")
    .addOption(new Option("--role <role>", "what they may do").choices(ROLES).makeOptionMandatory())
    .option("--agency <slug>", "an agent's agency, as in its address")
    .option("--ask-password", "ask for the password here, and make the account at once")
    .action((wanted: Wanted) => withPortal("user create", () => create(wanted)));
  user
    .command("list")
    .description("Print every account and open invitation.")
    .action(() => withPortal("user list", list));
  user
    .command("deactivate <email>")
    .description("Let them sign in no more; their sessions end at once.")
    .action((email: string) => withAccount("deactivate", email, (id) => deactivate(id, ACTOR)));
  user
    .command("reactivate <email>")
    .description("Let them sign in again.")
    .action((email: string) => withAccount("reactivate", email, (id) => reactivate(id, ACTOR)));
  user
    .command("reset <email>")
    .description("Print a link, good for a day, by which they choose another password.")
    .option("--second-factor", "they have lost their second factor as well: take it away")
    .action((email: string, { secondFactor = false }: { secondFactor?: boolean }) =>
      withAccount("reset", email, async (id) => {
        const { token } = await makeResetLink(id, ACTOR, { removesSecondFactor: secondFactor });
        console.log(resetLink(portalOrigin(), token));
      }),
    );
  return user;
}

// What a command answers goes to the standard output, to be read or piped; what went wrong to the standard error.

async function create({ email, name, role, agency = "", askPassword = false }: Wanted): Promise<void> {
  const invited = {
    email: read(Email, email, "--email"),
    name: read(PersonName, name, "--name"),
    ...read(Position, { role, agency: agency === "" ? null : agency }, "--agency"),
  };
  const { token } = await invite(invited, ACTOR);
  if (!askPassword) return console.log(invitationLink(portalOrigin(), token));
  const password = await askHidden("Password");
  if ((await askHidden("The same again")) !== password)
    throw new AppError("bad_request", "The two passwords differ; try again.");
  const visitor = { address: "", userAgent: "command line" };
  const { token: session } = await acceptInvitation({ token, name: invited.name, password }, visitor);
  await signOut(session, visitor);
  console.log(`${invited.email} can sign in now.`);
}

async function list(): Promise<void> {
  for (const { email, name, role, agency, isActive, hasSecondFactor } of await listAccounts(ACTOR)) {
    const notes = [isActive ? [] : "deactivated", hasSecondFactor ? "second factor" : []].flat();
    console.log([email, name, positionText(role, agency), ...notes].join("  "));
  }
  for (const { email, name, role, agency, expiresAt } of await listInvitations(ACTOR))
    console.log(
      [email, name, positionText(role, agency), `invited until ${expiresAt.slice(0, 10)}`].join("  "),
    );
}

function positionText(role: string, agency: { readonly slug: string } | null): string {
  return agency === null ? role : `${role} of ${agency.slug}`;
}

function withAccount(verb: string, email: string, work: (id: number) => Promise<void>): Promise<void> {
  return withPortal(`user ${verb}`, async () => work(await findAccountId(read(Email, email, "The address"))));
}

/** What people call the portal, as far as a command can know. */
function portalOrigin(): string {
  const { PUBLIC_URL, HOST = "localhost", PORT } = readLaunchEnv();
  if (PUBLIC_URL !== undefined) return new URL(PUBLIC_URL).origin;
  const host = HOST === "0.0.0.0" || HOST === "::" ? "localhost" : HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}`;
}

type Schema<T> = {
  safeParse(value: unknown): { data?: T; error?: { issues: readonly { readonly message: string }[] } };
};

function read<T>(schema: Schema<T>, value: unknown, what: string): T {
  const { data, error } = schema.safeParse(value);
  if (data !== undefined) return data;
  throw new AppError("bad_request", `${what}: ${error?.issues[0]?.message ?? "it cannot be read."}`);
}
