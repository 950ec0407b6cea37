import { expect, onTestFinished, test } from "vitest";
import { type FacetClass, readFacetKey } from "@/lib/listings/facet-key";
import { createTestDatabase } from "@/tests/support/database";

type Row = Omit<FacetClass, "baths"> & { readonly key: number; readonly baths: string | null };

test("a facet key says of each listing its currency, type and rooms, five and more alike and none when nobody knows", async () => {
  const { database, close } = await createTestDatabase();
  onTestFinished(close);
  const rows = await database.$queryRaw<Row[]>`
    SELECT listing_facet_key(currency, type, beds, baths, parking) AS key, currency, type::text, beds, baths::text, parking
      FROM unnest(ARRAY['AAA', 'AUD', 'NZD', 'USD', 'ZZZ']) currency, unnest(enum_range(NULL::property_type)) type,
           unnest(ARRAY[NULL, 0, 1, 4, 5, 6, 99]::smallint[]) beds,
           unnest(ARRAY[NULL, 0, 0.5, 1, 2.99, 4.75, 5, 5.5, 99]::numeric[]) baths,
           unnest(ARRAY[NULL, 0, 1, 4, 5, 999]::smallint[]) parking`;
  expect(rows).toHaveLength(5 * 8 * 7 * 9 * 6);
  const most = (rooms: number | null) => (rooms === null ? null : Math.min(5, Math.floor(rooms)));
  for (const { key, currency, type, beds, baths, parking } of rows) {
    const expected = {
      ...{ currency, type, beds: most(beds), parking: most(parking) },
      baths: most(baths === null ? null : Number(baths)),
    };
    expect(readFacetKey(key)).toEqual(expected);
  }
  const distinct = new Set(rows.map(({ key }) => key));
  expect(distinct.size).toBe(5 * 8 * 5 * 6 * 5);
});
