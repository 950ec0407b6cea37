import { expect, onTestFinished, test } from "vitest";
import { findLoosenings } from "@/lib/listings/loosen-queries";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { search } from "@/tests/support/searching";

test("an empty result is offered what finds something, the least first, and asking again asks the database nothing", async () => {
  const { database, close, runtime } = await createTestDatabase();
  onTestFinished(close);
  const { id: localityId } = await insertLocality(database, { name: "Ashby" });
  await insertListing(database, { localityId, bedrooms: 2 });
  await insertListing(database, { localityId, bedrooms: 3, priceLow: 1_050_000, priceHigh: 1_050_000 });
  await insertListing(database, { localityId, bedrooms: 3, priceLow: 2_000_000, priceHigh: 2_000_000 });
  const asked = search("channel=buy&locality=nsw/ashby&beds=3-&price=-1000000");
  const offered = async () =>
    (await findLoosenings(asked)).map(({ kind, filter, total }) => [kind, filter, total]);
  const nearest = [
    ["widened", "beds", 1],
    ["widened", "price", 1],
    ["dropped", "beds", 1],
    ["dropped", "price", 2],
  ];
  expect(await offered()).toEqual(nearest);
  const loads: string[] = [];
  onTestFinished(runtime.observe((event) => void (event.kind === "load" && loads.push(event.key))));
  expect(await offered()).toEqual(nearest);
  expect(loads).toEqual([]);
});
