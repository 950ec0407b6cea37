import { expect, test } from "vitest";
import { readPlace, readPlaceWords } from "@/lib/localities/place-question";
import { placeStatement } from "@/lib/localities/place-statement";

test("whatever is typed, the statement has one text, so that each connection plans it once", () => {
  const texts = [
    "s",
    "2042",
    "newtown",
    "north s",
    "newtown vic 3220",
    "o'connor new south wales",
    "x".repeat(100),
  ].map((typed) => {
    const words = readPlaceWords(typed);
    return placeStatement(words.join(" "), readPlace(words), 8).sql;
  });
  expect(new Set(texts).size).toBe(1);
});
