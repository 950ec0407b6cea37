import { expect, test } from "vitest";
import { bestPlaces, type PlaceCandidate } from "@/lib/localities/best-places";

const NSW = { slug: "nsw", code: "NSW", name: "New South Wales" };

function candidate(name: string, rest: Partial<PlaceCandidate> = {}): PlaceCandidate {
  return {
    locality: { slug: name.toLowerCase(), name, postcode: null, region: NSW },
    asked: null,
    listings: 0,
    ...rest,
  };
}

function names(candidates: readonly PlaceCandidate[], limit = 8): readonly string[] {
  return bestPlaces(candidates, limit).map(({ name }) => name);
}

test("what is spelt so comes in its order, as many as are wanted", () => {
  const found = [candidate("Newtown", { listings: 3 }), candidate("Newtown East")];
  expect(names(found)).toEqual(["Newtown", "Newtown East"]);
  expect(names(found, 1)).toEqual(["Newtown"]);
});

test("of what is only alike, fewer slips come first, and the given order decides between equals", () => {
  const asked = "syndey";
  expect(
    names([candidate("Syndal", { asked }), candidate("Sydney", { asked }), candidate("Sydnee", { asked })]),
  ).toEqual(["Sydney", "Syndal", "Sydnee"]);
});

test("a misspelt name that some hamlet has finds the place that was meant, if it is one slip away and has listings", () => {
  const hamlet = candidate("Paramatta");
  const asked = "paramatta";
  const alike = [
    candidate("Parramatta", { asked, listings: 5 }),
    candidate("North Parramatta", { asked, listings: 9 }),
    candidate("Paramata", { asked }),
  ];
  expect(names([hamlet, ...alike])).toEqual(["Paramatta", "Parramatta"]);
});
