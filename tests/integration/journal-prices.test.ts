import { expect, test } from "vitest";
import { all, SHOWN, setUpToldSearches as setUp } from "@/tests/support/told-searches";

test("a new price concerns figures of prices, what shows prices like it, and ranges that it moves into or out of", async () => {
  const { at, toldBy, psql } = await setUp();
  await psql.query(`UPDATE listing SET price_low = 1300000, price_high = 1300000 ${SHOWN}`);
  const here = ["", "-463", "-size-7", "-step-71"];
  const around = [...here, "-462"];
  for (const [set, kinds] of [
    ["price_low = 1299999", around],
    ["price_low = 1300000", around],
    ["price_high = 1300001", here],
    ["price_low = 1300001", [...here, "-past-463"]],
    ["price_low = 1290000, price_high = 1299999", [...around, "-past-463", "-from-463"]],
  ] as const)
    expect({ set, told: await toldBy(`UPDATE listing SET ${set} ${SHOWN}`) }).toEqual({
      set,
      told: all(...kinds.map((kind) => at.ashby(`search-price${kind}`))),
    });
  const far = ["search-price", "search-price-far"].flatMap((kind) => all(at.ashby(kind)));
  for (const set of ["price_high = 13000000", "price_low = NULL, price_high = NULL"])
    expect({ set, told: await toldBy(`UPDATE listing SET ${set} ${SHOWN}`) }).toEqual({
      set,
      told: far.sort(),
    });
  const moved = await toldBy(`UPDATE listing SET price_low = 1, price_high = 1, bedrooms = 5 ${SHOWN}`);
  expect(moved).toEqual(all(at.ashby("search")));
});

test("prices of many listings at once are told to every range of their places", async () => {
  const { toldBy, psql, world } = await setUp();
  await psql.query(
    `INSERT INTO listing (offer, status, property_type, headline, price_display, price_currency, price_low, price_high, locality_id, published_at)
      SELECT 'rent', 'active', 'house', 'House ' || n, '-', 'AUD', 500, 500, ${world.ashby.id}, now() FROM generate_series(1, 101) n`,
  );
  const told = await toldBy("UPDATE listing SET price_low = 501, price_high = 501 WHERE offer = 'rent'");
  expect(told).toContain("search-price-far:rent");
  expect(told.filter((tag) => /^search-price-\d/.test(tag))).toEqual([]);
});
