import { expect, test, vi } from "vitest";
import { acceptInvitation, invite } from "@/lib/accounts/invitation-commands";
import { setUpAccounts } from "@/tests/support/account-world";
import { PASSWORD } from "@/tests/support/accounts";

// Each password takes half a second of a processor, and more where that is shared.
vi.setConfig({ testTimeout: 120_000 });

const DAY = 86_400_000;
const PROGRAM = { name: "command line" };
const VISITOR = { address: "203.0.113.7", userAgent: "" };

async function setUp() {
  const world = await setUpAccounts();
  await world.database.agency.create({ data: { slug: "harbour", name: "Harbour Homes" } });
  const ada = world.visitor();
  await ada.signIn(world.administrator.email, PASSWORD);
  return { ...world, ada };
}

const AGENT = { email: "Alan@Example.com ", name: "Alan Agent", role: "agent", agency: "harbour" };
const tokenOf = (link: string) => link.split("#")[1] ?? "";

test("an administrator invites by a link, and whoever opens it has an account of that role, and is signed in", async () => {
  const { ada, visitor, origin, audited, database } = await setUp();
  const made = await ada.post("/api/console/invitations", AGENT);
  expect(made).toMatchObject({
    status: 201,
    body: { link: expect.stringMatching(new RegExp(`^${origin}/invitation#[\\w-]{43}$`)) },
  });
  expect((await ada.get("/api/console/invitations")).body.invitations).toMatchObject([
    {
      ...{ email: "alan@example.com", name: "Alan Agent", role: "agent", invitedBy: "Ada Admin" },
      agency: { slug: "harbour", name: "Harbour Homes" },
    },
  ]);
  const token = tokenOf(made.body.link);
  const kept = await database.$queryRaw<{ row: string }[]>`SELECT invitation::text AS row FROM invitation`;
  expect(JSON.stringify(kept)).not.toContain(token);

  const alan = visitor();
  expect((await alan.post("/api/account/invitation/preview", { token })).body).toMatchObject({
    email: "alan@example.com",
    role: "agent",
  });
  const poor = await alan.post("/api/account/invitation", { token, name: "Alan", password: "short" });
  expect(poor).toMatchObject({ status: 400, body: { error: { issues: [{ field: "password" }] } } });
  const accepted = await alan.post("/api/account/invitation", {
    token,
    name: " Alan A. ",
    password: PASSWORD,
  });
  expect(accepted.status).toBe(204);
  const { id } = await database.agency.findUniqueOrThrow({ where: { slug: "harbour" } });
  expect((await alan.get("/api/account")).body).toMatchObject({
    name: "Alan A.",
    role: "agent",
    agency: { id, slug: "harbour" },
    email: "alan@example.com",
  });
  for (const path of ["/api/account/invitation", "/api/account/invitation/preview"]) {
    const body = path.endsWith("preview") ? { token } : { token, name: "Two", password: PASSWORD };
    expect((await visitor().post(path, body)).status).toBe(404);
  }
  expect((await ada.get("/api/console/invitations")).body.invitations).toEqual([]);
  expect((await ada.post("/api/console/invitations", AGENT)).status).toBe(409);
  expect((await audited()).map(({ action }) => action)).toEqual([
    ...["account.signed_in", "invitation.made", "account.invitation_accepted"],
  ]);
});

test("only an administrator invites, sees invitations and takes them back", async () => {
  const { visitor, insert, ada } = await setUp();
  const { id } = (await ada.post("/api/console/invitations", AGENT)).body;
  const eve = visitor();
  await eve.signIn((await insert()).email, PASSWORD);
  expect((await eve.post("/api/console/invitations", { ...AGENT, email: "b@example.com" })).status).toBe(403);
  expect((await eve.get("/api/console/invitations")).status).toBe(403);
  expect((await eve.ask("DELETE", `/api/console/invitations/${id}`)).status).toBe(403);
  expect((await visitor().get("/api/console/invitations")).status).toBe(401);
  expect((await ada.ask("DELETE", `/api/console/invitations/${id}`)).status).toBe(204);
  expect((await ada.ask("DELETE", `/api/console/invitations/${id}`)).status).toBe(404);
});

test("an invitation says which field is wrong: a role without its agency, an agency that does not exist, no address", async () => {
  const { ada } = await setUp();
  const wrong: readonly (readonly [change: object, field: string])[] = [
    [{ agency: null }, "agency"],
    [{ role: "editor" }, "agency"],
    [{ agency: "nobody" }, "agency"],
    [{ role: "owner" }, "role"],
    [{ email: "alan" }, "email"],
    [{ name: "two\nlines" }, "name"],
    [{ colour: "red" }, "colour"],
  ];
  for (const [change, field] of wrong) {
    const { status, body } = await ada.post("/api/console/invitations", { ...AGENT, ...change });
    expect({ status, field: body.error.issues[0]?.field }, JSON.stringify(change)).toEqual({
      status: 400,
      field,
    });
  }
});

test("an invitation is good for seven days, and only the latest to an address", async () => {
  const { database } = await setUp();
  const now = new Date();
  const invited = { email: "a@example.com", name: "", role: "editor", agency: null } as const;
  const accept = (token: string, afterMs: number) =>
    acceptInvitation({ token, name: "A", password: PASSWORD }, VISITOR, new Date(now.getTime() + afterMs));
  const first = await invite(invited, PROGRAM, now);
  await expect(accept(first.token, 7 * DAY)).rejects.toMatchObject({ code: "not_found" });
  const second = await invite(invited, PROGRAM, now);
  await expect(accept(first.token, 0)).rejects.toMatchObject({ code: "not_found" });
  const both = await Promise.allSettled([
    accept(second.token, 7 * DAY - 1),
    accept(second.token, 7 * DAY - 1),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "not_found" } });
  expect(await database.userAccount.count({ where: { email: "a@example.com" } })).toBe(1);
});
