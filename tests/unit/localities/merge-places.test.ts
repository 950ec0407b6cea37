import fc from "fast-check";
import { expect, test } from "vitest";
import { type ListedPlace, mergePlaces } from "@/lib/localities/merge-places";
import { type KnownPlace, PlaceIndex } from "@/lib/localities/place-index";

const NSW = 1;
const QLD = 3;
const IPSWICH = { latitude: -27.6163, longitude: 152.7768 };
const TOOWOOMBA = { latitude: -27.5563, longitude: 151.9336 };
const SYDNEY = { latitude: -33.8678, longitude: 151.2073 };

function setUp({ known = [] as readonly KnownPlace[] } = {}) {
  const index = new PlaceIndex(known);
  return { index, merge: (...listed: ListedPlace[]) => mergePlaces(index, listed) };
}

function stored(place: Partial<KnownPlace>): KnownPlace {
  const empty = { id: 7, regionId: NSW, slug: "sydney", name: "Sydney", postcode: null, extraPostcodes: [] };
  return { ...empty, ...SYDNEY, ...place };
}

test("a place without a postcode takes the street postcode and keeps those of post boxes as extra ones", () => {
  const { merge } = setUp({ known: [stored({})] });
  const { created, updated } = merge(
    { regionId: NSW, name: "Sydney", postcode: "1001", isForLetters: true, ...SYDNEY },
    { regionId: NSW, name: "Sydney", postcode: "2001", ...SYDNEY },
    { regionId: NSW, name: "Sydney", postcode: "2000", ...SYDNEY },
  );
  expect(created).toEqual([]);
  expect(updated).toEqual([stored({ postcode: "2000", extraPostcodes: ["2001", "1001"] })]);
});

test("two places of one name in a region stay two: the second carries its postcode in its slug", () => {
  const { merge } = setUp();
  const { created } = merge(
    { regionId: QLD, name: "Newtown", postcode: "4350", ...TOOWOOMBA },
    { regionId: QLD, name: "Newtown", postcode: "4305", ...IPSWICH },
    { regionId: NSW, name: "Newtown", postcode: "2042", ...SYDNEY },
  );
  expect(created.map(({ regionId, slug, postcode }) => [regionId, slug, postcode])).toEqual([
    [NSW, "newtown", "2042"],
    [QLD, "newtown", "4305"],
    [QLD, "newtown-4350", "4350"],
  ]);
});

test("each of two places of one name gets the postcode of the nearer", () => {
  const newtown = { regionId: QLD, name: "Newtown" };
  const { merge } = setUp({
    known: [
      stored({ ...newtown, id: 1, slug: "newtown", ...TOOWOOMBA }),
      stored({ ...newtown, id: 2, slug: "newtown-2", ...IPSWICH }),
    ],
  });
  const { updated } = merge(
    { ...newtown, postcode: "4305", ...IPSWICH },
    { ...newtown, postcode: "4350", ...TOOWOOMBA },
  );
  expect(updated.map(({ slug, postcode }) => [slug, postcode])).toEqual([
    ["newtown-2", "4305"],
    ["newtown", "4350"],
  ]);
});

test("Saint and St, Mount and Mt are one spelling", () => {
  const { merge } = setUp({ known: [stored({ name: "St Marys", slug: "st-marys", postcode: "2760" })] });
  expect(merge({ regionId: NSW, name: "Saint Marys", postcode: "2760", ...SYDNEY }).created).toEqual([]);
});

test("a mail centre that is no place is left out", () => {
  const { merge } = setUp();
  const mailCentre = {
    regionId: NSW,
    name: "Royal Exchange",
    postcode: "1225",
    isForLetters: true,
    ...SYDNEY,
  };
  expect(merge(mailCentre)).toEqual({ created: [], updated: [], leftOut: [mailCentre] });
});

// B lies 20 km from A and from C: it was merged into A before C existed, and may not move to C later.
test("a postcode that a place already has does not move to another place of the name that is nearer", () => {
  const at = (latitude: number) => ({ regionId: NSW, name: "Creek", latitude, longitude: 150 });
  const listed = [
    { ...at(-33), postcode: "2001" },
    { ...at(-33.19), postcode: "2002" },
    { ...at(-33.37), postcode: "2003" },
  ];
  const { created } = setUp().merge(...listed);
  expect(created.map(({ postcode, extraPostcodes }) => [postcode, ...extraPostcodes])).toEqual([
    ["2001", "2002"],
    ["2003"],
  ]);
  const { merge } = setUp({ known: created.map((place, id) => ({ ...place, id })) });
  expect(merge(...listed)).toEqual({ created: [], updated: [], leftOut: [] });
});

const anyPlace = fc.record({
  regionId: fc.constantFrom(NSW, QLD),
  name: fc.constantFrom("Newtown", "new town", "Saint Ives", "St Ives", "日本"),
  postcode: fc.constantFrom(null, "2042", "2043", "1001"),
  isForLetters: fc.boolean(),
  latitude: fc.double({ min: -34.5, max: -33.5, noNaN: true }),
  longitude: fc.double({ min: 150.5, max: 151.5, noNaN: true }),
});

test("merging the same list again changes nothing, whatever its order, and no slug is given twice", () => {
  fc.assert(
    fc.property(fc.array(anyPlace, { maxLength: 30 }), fc.nat(), (listed, seed) => {
      const first = mergePlaces(new PlaceIndex([]), listed);
      const known = first.created.map((place, id) => ({ ...place, id }));
      const slugs = known.map(({ regionId, slug }) => `${regionId}/${slug}`);
      expect(new Set(slugs).size).toBe(slugs.length);
      const shuffled = [...listed].sort(
        (one, other) => ((one.latitude * seed) % 1) - ((other.latitude * seed) % 1),
      );
      const again = mergePlaces(new PlaceIndex(known), shuffled);
      expect([again.created, again.updated]).toEqual([[], []]);
    }),
  );
});
