import { beforeAll, expect, test } from "vitest";
import { consoleRoutes, METHODS } from "@/tests/support/console-portal";
import { createConsoleWorld, type SignedIn } from "@/tests/support/console-world";

// Who may do what to whose listing, over HTTP: every role, every action, every kind of listing.

const ROLES = ["nobody", "deactivated", "agent", "foreign agent", "editor", "administrator"] as const;
type Role = (typeof ROLES)[number];
/** An agency's listings, and one that there is not. */
const THINGS = ["public", "draft", "withdrawn", "missing"] as const;
type Thing = (typeof THINGS)[number];

type Asked = { readonly path: string; readonly body?: unknown };
type Subject = { readonly id: number; readonly version: number; readonly entryId: string };
type Action = {
  readonly ask: (subject: Subject) => Omit<Asked, "path"> & { readonly query?: string };
  /** The status for whoever may do it to a listing that is there: 409 where its workflow does not allow it, whoever asks. */
  readonly may: Readonly<Record<Exclude<Thing, "missing">, number>>;
};

const LISTING = "/api/console/listings/[id]";
const EVERY = { public: 200, draft: 200, withdrawn: 200 };
const ONLY_PUBLIC = { public: 200, draft: 409, withdrawn: 409 };
const read: Action = { ask: () => ({}), may: EVERY };
const verb = (may: Action["may"], more: object = {}): Action => ({
  ask: ({ version }) => ({ body: { version, ...more } }),
  may,
});

const ON_LISTING: Readonly<Record<string, Action>> = {
  [`GET ${LISTING}`]: read,
  [`PATCH ${LISTING}`]: {
    ask: ({ version }) => ({ body: { version, changes: { headline: "Another headline" } } }),
    may: EVERY,
  },
  [`POST ${LISTING}/publication`]: verb({ public: 409, draft: 200, withdrawn: 409 }),
  [`DELETE ${LISTING}/publication`]: {
    ask: ({ version }) => ({ query: `?version=${version}` }),
    may: ONLY_PUBLIC,
  },
  [`POST ${LISTING}/offer`]: verb(ONLY_PUBLIC),
  [`POST ${LISTING}/sale`]: verb(ONLY_PUBLIC, { soldOn: "2026-05-01", soldPrice: 1_100_000 }),
  [`POST ${LISTING}/lease`]: verb({ public: 409, draft: 409, withdrawn: 409 }, { leasedOn: "2026-05-01" }),
  [`POST ${LISTING}/withdrawal`]: verb(ONLY_PUBLIC),
  [`POST ${LISTING}/relisting`]: verb({ public: 409, draft: 409, withdrawn: 200 }),
  [`GET ${LISTING}/history`]: read,
  [`POST ${LISTING}/history/[entryId]/reversal`]: { ask: () => ({}), may: EVERY },
  [`GET ${LISTING}/preview`]: read,
  [`GET ${LISTING}/draft`]: read,
  [`PUT ${LISTING}/draft`]: {
    ask: ({ version }) => ({ body: { baseVersion: version, changes: { beds: "three" } } }),
    may: EVERY,
  },
  [`DELETE ${LISTING}/draft`]: { ask: () => ({}), may: { public: 204, draft: 204, withdrawn: 204 } },
};

/** Who may sign in is an administrator's to decide; of an account or invitation that there is not. */
const ON_PEOPLE: Readonly<Record<string, { readonly body?: unknown; readonly may: number }>> = {
  "GET /api/console/accounts": { may: 200 },
  "PATCH /api/console/accounts/[id]": { body: { isActive: false }, may: 404 },
  "POST /api/console/accounts/[id]/reset-link": { body: {}, may: 404 },
  "GET /api/console/invitations": { may: 200 },
  "POST /api/console/invitations": { body: { email: "new@example.com", role: "editor" }, may: 201 },
  "DELETE /api/console/invitations/[id]": { may: 404 },
};

/** What is of no listing; their own tests are below. */
const OTHERS = [
  "GET /api/console/listings",
  "POST /api/console/listings",
  "GET /api/console/drafts",
  "POST /api/console/drafts",
  ...["GET", "PUT", "DELETE"].map((method) => `${method} /api/console/drafts/[draftId]`),
];

const OVERRIDES = {
  public: {},
  draft: { status: "draft", publishedAt: null, description: "Ready." },
  withdrawn: { status: "withdrawn" },
} as const;

let world: Awaited<ReturnType<typeof setUp>>;
beforeAll(async () => {
  world = await setUp();
  return world.close;
});

async function setUp() {
  const made = await createConsoleWorld();
  const gone = await made.sign("Dora Deactivated", "agent", made.harbour);
  await made.database.userAccount.update({ where: { id: gone.person.userId }, data: { isActive: false } });
  const who: Readonly<Record<Role, SignedIn | null>> = {
    nobody: null,
    deactivated: gone,
    agent: made.agent,
    "foreign agent": made.other,
    editor: made.editor,
    administrator: made.administrator,
  };
  /** A listing of the agency harbour with a change in its audit. */
  const make = async (thing: Thing): Promise<Subject> => {
    if (thing === "missing") return { id: 2_000_000_000, version: 1, entryId: "1" };
    const { id, version } = await made.insert(OVERRIDES[thing]);
    const { priceDisplay } = await made.database.listing.findUniqueOrThrow({ where: { id } });
    const change = { priceDisplay: { from: "$900,000", to: priceDisplay } };
    const entry = await made.database.auditEntry.create({
      data: {
        actor: "test",
        action: "listing.set",
        subject: "listing",
        subjectId: String(id),
        version,
        change,
      },
    });
    return { id, version, entryId: String(entry.id) };
  };
  return { ...made, who, make };
}

function expected(role: Role, thing: Thing, { may }: Action): number {
  if (role === "nobody" || role === "deactivated") return 401;
  if (thing === "missing") return 404;
  if (role === "foreign agent") return thing === "public" ? 403 : 404;
  return may[thing];
}

test("every route of the console and every method of it stands in a table of this file", async () => {
  const routes = await consoleRoutes();
  const there = routes.flatMap(({ path, handlers }) =>
    METHODS.filter((method) => handlers[method] !== undefined).map((method) => `${method} ${path}`),
  );
  expect(there.length).toBeGreaterThan(15);
  expect([...Object.keys(ON_LISTING), ...Object.keys(ON_PEOPLE), ...OTHERS].sort()).toEqual(there.sort());
});

test.for(Object.entries(ON_LISTING))("%s: each role with each kind of listing", async ([name, action]) => {
  const [method = "", route = ""] = name.split(" ");
  for (const role of ROLES)
    for (const thing of THINGS) {
      const subject = await world.make(thing);
      const { body, query = "" } = action.ask(subject);
      const path = route.replace("[id]", String(subject.id)).replace("[entryId]", subject.entryId) + query;
      const before = await stateOf(subject.id);
      const answer = await world.ask(world.who[role], method, path, body);
      const status = expected(role, thing, action);
      expect(answer.status, `${role}, ${thing}: ${answer.body?.error?.message}`).toBe(status);
      expect(answer.headers.get("cache-control"), `${role}, ${thing}`).toBe("no-store");
      if (status > 299) expect(await stateOf(subject.id), `${role}, ${thing}`).toEqual(before);
      if (status === 404)
        expect(answer.body.error).toEqual({
          code: "not_found",
          message: `There is no listing ${subject.id}.`,
          issues: [],
        });
    }
});

test.for(Object.entries(ON_PEOPLE))("%s: administrators alone", async ([name, { body, may }]) => {
  const [method = "", route = ""] = name.split(" ");
  const path = route.replace("[id]", "2000000000");
  for (const role of ROLES) {
    const before = await world.database.invitation.count();
    const answer = await world.ask(world.who[role], method, path, body);
    const refused = role === "nobody" || role === "deactivated" ? 401 : 403;
    expect(answer.status, `${role}: ${answer.body?.error?.message}`).toBe(
      role === "administrator" ? may : refused,
    );
    expect(answer.headers.get("cache-control"), role).toContain("no-store");
    if (answer.status > 299) expect(await world.database.invitation.count(), role).toBe(before);
  }
});

/** All that a refused request must have left as it was. */
async function stateOf(id: number) {
  const { database } = world;
  return [
    await database.listing.findUnique({ where: { id } }),
    await database.auditEntry.count(),
    await database.listingDraft.count(),
    await database.listingEvent.count(),
  ];
}

test("the table of listings holds an agent's own agency, whatever they ask for, and everything for an editor", async () => {
  const own = await world.insert();
  const foreign = await world.insert({ agencyId: world.valley.id });
  const nobodys = await world.insert({ agencyId: null });
  const ids = async (role: Role, query = "") => {
    const { status, body } = await world.ask(
      world.who[role],
      "GET",
      `/api/console/listings?limit=200${query}`,
    );
    return status === 200 ? body.items.map(({ id }: { id: number }) => id) : status;
  };
  for (const role of ["nobody", "deactivated"] as const) expect(await ids(role)).toBe(401);
  expect(await ids("agent")).toContain(own.id);
  for (const query of ["", "&agency=valley", `&q=${foreign.id}`, `&suburb=nsw/newtown`]) {
    const seen = await ids("agent", query);
    expect(seen).not.toContain(foreign.id);
    expect(seen).not.toContain(nobodys.id);
  }
  for (const role of ["editor", "administrator"] as const)
    expect(await ids(role)).toEqual(expect.arrayContaining([own.id, foreign.id, nobodys.id]));
});

test("a new listing of an agent is their agency's; another agency is refused to them and free to editors", async () => {
  const house = {
    ...{
      offer: "sale",
      propertyType: "house",
      headline: "A house",
      locality: "nsw/newtown",
      price: 1_000_000,
    },
  };
  const make = async (role: Role, agency?: string | null) => {
    const body = { ...house, ...(agency === undefined ? {} : { agency }) };
    const made = await world.ask(world.who[role], "POST", "/api/console/listings", body);
    if (made.status !== 201) return made.status;
    expect(made.headers.get("location")).toBe(`/api/console/listings/${made.body.id}`);
    const row = await world.database.listing.findUniqueOrThrow({
      where: { id: made.body.id },
      select: { agency: { select: { slug: true } } },
    });
    return row.agency?.slug ?? null;
  };
  for (const role of ["nobody", "deactivated"] as const) expect(await make(role)).toBe(401);
  expect([await make("agent"), await make("agent", "harbour"), await make("foreign agent")]).toEqual([
    "harbour",
    "harbour",
    "valley",
  ]);
  expect([await make("agent", "valley"), await make("agent", null)]).toEqual([403, 403]);
  for (const role of ["editor", "administrator"] as const)
    expect([await make(role), await make(role, "valley"), await make(role, null)]).toEqual([
      null,
      "valley",
      null,
    ]);
});

test("an agent can neither move a listing to another agency nor let go of it, nor name another agency's people", async () => {
  const { id, version } = await world.insert();
  const move = (role: Role, changes: object) =>
    world.ask(world.who[role], "PATCH", `/api/console/listings/${id}`, { version, changes });
  for (const agency of ["valley", null]) expect((await move("agent", { agency })).status).toBe(403);
  expect((await move("agent", { agents: ["valley-agent"] })).status).toBe(400);
  expect((await move("agent", { agency: "harbour", agents: ["harbour-agent"] })).status).toBe(200);
  const moved = await world.ask(world.who.editor, "PATCH", `/api/console/listings/${id}`, {
    version: version + 1,
    changes: { agency: "valley" },
  });
  expect([moved.status, moved.body.changed.sort()]).toEqual([200, ["agency", "agents"]]);
  expect((await world.ask(world.who.agent, "GET", `/api/console/listings/${id}`)).status).toBe(403);
});

test("drafts of new listings are their person's alone, and nobody else's, of whatever role", async () => {
  const path = "/api/console/drafts";
  for (const role of ["nobody", "deactivated"] as const)
    for (const [method, address] of OTHERS.map((name) => name.split(" ")))
      expect(
        (await world.ask(world.who[role], method ?? "", (address ?? "").replace("[draftId]", "1"))).status,
      ).toBe(401);
  const body = { changes: { headline: "Begun" } };
  const begun = await world.ask(world.who.agent, "POST", path, body);
  expect(begun.status).toBe(201);
  const one = `${path}/${begun.body.draft.id}`;
  for (const role of ["agent", "foreign agent", "editor", "administrator"] as const) {
    const isOwn = role === "agent";
    expect((await world.ask(world.who[role], "GET", path)).body.drafts).toHaveLength(isOwn ? 1 : 0);
    expect((await world.ask(world.who[role], "GET", one)).status).toBe(isOwn ? 200 : 404);
    expect((await world.ask(world.who[role], "PUT", one, body)).status).toBe(isOwn ? 200 : 404);
    expect((await world.ask(world.who[role], "GET", `${path}/2000000000`)).status).toBe(404);
    if (!isOwn) expect((await world.ask(world.who[role], "DELETE", one)).status).toBe(404);
  }
  expect((await world.ask(world.who.agent, "DELETE", one)).status).toBe(204);
  expect((await world.ask(world.who.agent, "GET", one)).status).toBe(404);
});
