import { beforeAll, expect, test } from "vitest";
import { type ConsoleWorld, createConsoleWorld, type SignedIn } from "@/tests/support/console-world";

let world: ConsoleWorld;
let ids: Readonly<Record<string, number>>;
beforeAll(async () => {
  world = await createConsoleWorld();
  const { insert, carlton, valley, harbour, database } = world;
  const made = {
    house: await insert({
      headline: "Sunny café terrace",
      street: "12 Wattle Street",
      priceLow: 3n,
      priceHigh: 3n,
    }),
    flat: await insert({
      ...{ offer: "rent", propertyType: "apartment", street: null, priceLow: null, priceHigh: null },
      ...{ localityId: carlton.id, agencyId: valley.id, publishedAt: new Date("2026-05-01") },
    }),
    draft: await insert({
      ...{ status: "draft", publishedAt: null, street: "100% Lane", priceLow: 2n, priceHigh: 2n },
      agents: { create: { agentId: harbour.agentId } },
    }),
    sold: await insert({ status: "sold", soldOn: new Date("2026-04-01"), localityId: carlton.id }),
    hidden: await insert({ hideStreet: true, street: "9 Secret Lane", priceLow: 3n, priceHigh: 3n }),
  };
  ids = Object.fromEntries(Object.entries(made).map(([name, { id }]) => [name, id]));
  await database.$executeRaw`UPDATE listing SET updated_at = '2026-06-01' WHERE id = ${ids.house} OR id = ${ids.flat}`;
  return world.close;
});

async function found(query: string, who: SignedIn = world.editor): Promise<string[]> {
  const { status, body } = await world.ask(who, "GET", `/api/console/listings?${query}`);
  expect(status, query).toBe(200);
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return body.items.map(({ id }: { id: number }) => names.get(id));
}

test.for([
  ["q=wattle", ["house"]],
  ["q=TERRACE+wattle", ["house"]],
  ["q=wattle+carlton", []],
  ["q=secret", ["hidden"]],
  ["q=100%25", ["draft"]],
  ["q=%25", ["draft"]],
  ["q=_", []],
  ["q=agent+of+harbour", ["draft"]],
  ["q=carlton", ["flat", "sold"]],
  ["q=2042", ["draft", "hidden", "house"]],
  ["status=draft", ["draft"]],
  ["channel=rent", ["flat"]],
  ["type=apartment", ["flat"]],
  ["agency=valley", ["flat"]],
  ["agency=nobody", []],
  ["agent=harbour-agent", ["draft"]],
  ["suburb=vic/carlton&status=sold", ["sold"]],
] as const)("%s finds %j", async ([query, names]) => {
  expect((await found(query)).sort()).toEqual(names);
});

test("a listing is found by its number", async () => {
  expect(await found(`q=${ids.sold}`)).toContain("sold");
});

test("a person finds what they themselves have changed", async () => {
  expect(await found("changedBy=me", world.administrator)).toEqual([]);
  const path = `/api/console/listings/${ids.sold}`;
  const { version } = (await world.ask(world.administrator, "GET", path)).body;
  await world.ask(world.administrator, "PATCH", path, { version, changes: { description: "Sold well." } });
  expect(await found("changedBy=me", world.administrator)).toEqual(["sold"]);
  expect(await found("changedBy=me", world.editor)).toEqual([]);
});

test("how many there are of each status does not depend on the status that is asked for, and is of what the asker may see", async () => {
  const counts = async (query: string, who: SignedIn) =>
    (await world.ask(who, "GET", `/api/console/listings?${query}`)).body.counts;
  const all = { draft: 1, active: 3, under_offer: 0, sold: 1, leased: 0, withdrawn: 0 };
  expect(await counts("status=draft", world.editor)).toEqual(all);
  expect(await counts("", world.agent)).toEqual({ ...all, active: 2 });
});

test("every order pages through every listing once, in the same order whatever the size of a page", async () => {
  for (const sort of ["changed", "published", "price", "address", "status"])
    for (const order of ["", "&order=asc", "&order=desc"]) {
      const whole = await found(`sort=${sort}${order}`);
      expect(new Set(whole).size).toBe(5);
      const paged: string[] = [];
      for (let after = ""; ; ) {
        const query = `sort=${sort}${order}&limit=2${after}`;
        paged.push(...(await found(query)));
        const { next } = (await world.ask(world.editor, "GET", `/api/console/listings?${query}`)).body;
        if (next === null) break;
        after = `&after=${next}`;
      }
      expect(paged, `${sort}${order}`).toEqual(whole);
    }
  expect((await found("sort=price&order=desc"))[0]).toBe("sold");
  expect((await found("sort=price&order=asc"))[0]).toBe("flat");
  expect((await found("sort=published")).at(-1)).toBe("draft");
});

test("a question that cannot be read is a 400 that names the field", async () => {
  const { next } = (await world.ask(world.editor, "GET", "/api/console/listings?limit=1")).body;
  for (const [query, field] of [
    ["sort=beds", "sort"],
    ["limit=0", "limit"],
    ["limit=201", "limit"],
    ["status=gone", "status"],
    ["suburb=carlton", "suburb"],
    ["changedBy=7", "changedBy"],
    ["colour=red", "colour"],
    ["after=x", "after"],
    [`sort=price&after=${next}`, "after"],
    [`after=${Buffer.from('["changed","usual","now()",1]').toString("base64url")}`, "after"],
  ]) {
    const { status, body } = await world.ask(world.editor, "GET", `/api/console/listings?${query}`);
    expect([status, body.error.issues[0]?.field], query).toEqual([400, field]);
  }
});
