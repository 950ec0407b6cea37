import { expect, onTestFinished, test } from "vitest";
import { getSalesFigures, loadSalesFigures } from "@/lib/agencies/queries";
import type { Seller } from "@/lib/agencies/sales-figures";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";
import { insertAgency, insertListing, insertLocality } from "@/tests/support/listings";

const NOW = new Date("2026-11-26T03:00:00Z");

async function setUp() {
  const held = await createTestDatabase();
  onTestFinished(held.close);
  const { database } = held;
  const { id: localityId } = await insertLocality(database);
  const harbour = await insertAgency(database, "harbour");
  const valley = await insertAgency(database, "valley");
  const sell = (
    price: number,
    soldOn: string,
    overrides: Partial<Parameters<typeof insertListing>[1]> = {},
  ) =>
    insertListing(database, {
      ...{ localityId, agencyId: harbour.id, status: "sold", soldOn: new Date(soldOn) },
      ...{ soldPrice: price, publishedAt: new Date("2026-10-31T23:00:00Z") },
      ...overrides,
    });
  const figures = (seller: Seller) =>
    loadSalesFigures(seller, NOW, { addTags: () => {}, expiresAt: () => {} });
  return { ...held, harbour, valley, sell, figures };
}

const HARBOUR = { kind: "agency", slug: "harbour" } as const;

test("what an agency sold in twelve months is counted, with the middle price and the middle number of days", async () => {
  const { sell, figures, valley } = await setUp();
  await sell(900_000, "2026-11-04");
  await sell(1_000_000, "2026-11-11");
  await sell(1_300_000, "2026-11-21");
  await sell(500_000, "2025-11-26");
  await sell(500_000, "2026-11-20", { agencyId: valley.id });
  await sell(500_000, "2026-11-20", { status: "active", soldOn: null, soldPrice: null });
  expect(await figures(HARBOUR)).toEqual({
    ...{ since: "2025-11-26", sales: 3, currency: "AUD" },
    price: { median: 1_000_000, count: 3 },
    // Published on the first of November where the homes stand.
    daysOnMarket: { median: 10, count: 3 },
  });
});

test("of fewer than three there is no middle; a price that is withheld or of another currency is in none", async () => {
  const { sell, figures } = await setUp();
  await sell(900_000, "2026-11-04");
  await sell(900_000, "2026-11-06", { soldPrice: null, priceLow: 900_000, priceHigh: 900_000 });
  await sell(900_000, "2026-11-07");
  await sell(900_000, "2026-11-08", { priceCurrency: "USD" });
  expect(await figures(HARBOUR)).toMatchObject({ sales: 4, price: { median: null, count: 2 } });
});

test("an agent has what they sold for their own agency; nobody else's, and of nobody there is nothing", async () => {
  const { sell, figures, harbour, valley } = await setUp();
  const by = (agentId: number) => ({ agents: { create: { agentId } } });
  await sell(900_000, "2026-11-04", by(harbour.agentId));
  await sell(900_000, "2026-11-05", by(valley.agentId));
  await sell(900_000, "2026-11-06", { ...by(harbour.agentId), agencyId: valley.id });
  expect(await figures({ kind: "agent", slug: harbour.agentSlug })).toMatchObject({ sales: 1 });
  expect(await figures({ kind: "agent", slug: "nobody" })).toBeNull();
  expect(await figures({ kind: "agency", slug: "nobody" })).toBeNull();
});

test("figures follow a sale and what was paid, whoever writes it, and are not loaded again for the sales of others", async () => {
  const { sell, runtime, url, harbour, valley } = await setUp();
  const psql = await connectClient(url);
  onTestFinished(() => psql.end());
  const loaded: string[] = [];
  onTestFinished(runtime.observe((event) => void (event.kind === "load" && loaded.push(event.key))));
  const today = new Date().toISOString().slice(0, 10);
  const sales = [await sell(900_000, today), await sell(900_000, today), await sell(900_000, today)];
  const asked = async () => {
    await runtime.tail.catchUp();
    return getSalesFigures(HARBOUR);
  };
  expect(await asked()).toMatchObject({ sales: 3, price: { median: 900_000 } });
  await psql.query(`UPDATE listing SET headline = 'Gone', price_low = 1 WHERE agency_id = ${harbour.id}`);
  await sell(900_000, today, { agencyId: valley.id });
  await asked();
  expect(loaded).toEqual(["sales/agency/harbour"]);
  await psql.query(`UPDATE listing SET sold_price = 800000 WHERE agency_id = ${harbour.id}`);
  expect(await asked()).toMatchObject({ sales: 3, price: { median: 800_000 } });
  await psql.query(`UPDATE listing SET agency_id = ${valley.id} WHERE id = ${sales[0]?.id}`);
  expect(await asked()).toMatchObject({ sales: 2, price: { median: null } });
});
