import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { acceptInvitation } from "@/lib/accounts/invitation-commands";
import { resetPassword } from "@/lib/accounts/password-commands";
import { PASSWORD } from "@/tests/support/accounts";
import { createTestDatabase } from "@/tests/support/database";

const VISITOR = { address: "203.0.113.7", userAgent: "" };

async function setUp() {
  const held = await createTestDatabase();
  onTestFinished(held.close);
  await held.database.agency.create({ data: { slug: "harbour", name: "Harbour Homes" } });
  /** What bin/verandah user prints, or complains of. */
  const user = async (...args: readonly string[]) => {
    const environment = { ...process.env, DATABASE_URL: held.url, PUBLIC_URL: "https://homes.example" };
    const given = ["--import", "tsx", "--conditions=react-server", "bin/verandah.ts", "user", ...args];
    const run = promisify(execFile)(process.execPath, given, { env: environment });
    return run.then(
      ({ stdout }) => stdout.trim(),
      ({ stderr }: { stderr: string }) => stderr.trim(),
    );
  };
  return { ...held, user };
}

test("the first administrator is made on the command line, by a link; others are listed, let go and let in again", async () => {
  const { user, database } = await setUp();
  const link = await user("create", "--email", "Ada@example.com", "--name", "Ada", "--role", "administrator");
  expect(link).toMatch(/^https:\/\/homes\.example\/invitation#[\w-]{43}$/);
  await acceptInvitation({ token: link.split("#")[1] ?? "", name: "Ada", password: PASSWORD }, VISITOR);
  await user(
    ...["create", "--email", "alan@example.com", "--name", "Alan", "--role", "agent", "--agency", "harbour"],
  );
  const listed = (await user("list")).split("\n");
  expect(listed).toEqual([
    "ada@example.com  Ada  administrator",
    expect.stringMatching(/^alan@example\.com {2}Alan {2}agent of harbour {2}invited until \d{4}-\d\d-\d\d$/),
  ]);
  expect(await user("deactivate", "ada@example.com")).toContain("last administrator");
  const reset = await user("reset", "ada@example.com");
  expect(reset).toMatch(/^https:\/\/homes\.example\/reset#[\w-]{43}$/);
  await resetPassword({ token: reset.split("#")[1] ?? "", password: "nine green doors" }, VISITOR);
  const entries = await database.auditEntry.findMany({
    where: { actor: "command line" },
    select: { action: true },
  });
  expect(entries.map(({ action }) => action)).toEqual([
    "invitation.made",
    "invitation.made",
    "account.reset_link_made",
  ]);
}, 120_000);

test("what is wrong with a command is said in a sentence", async () => {
  const { user } = await setUp();
  const create = (...args: readonly string[]) => user("create", "--name", "A", ...args);
  expect(await create("--email", "nobody", "--role", "editor")).toContain("--email: An e-mail address");
  expect(await create("--email", "a@example.com", "--role", "agent")).toContain("An agent has an agency");
  expect(await create("--email", "a@example.com", "--role", "agent", "--agency", "x")).toContain(
    'no agency "x"',
  );
  expect(await create("--email", "a@example.com", "--role", "owner")).toContain("editor");
  expect(await create("--email", "a@example.com", "--role", "editor", "--ask-password")).toContain(
    "no terminal",
  );
  expect(await user("deactivate", "a@example.com")).toBe("a@example.com has no account.");
}, 120_000);
