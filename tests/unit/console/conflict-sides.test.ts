import { expect, test } from "vitest";
import { chosenChanges, firstChoices, standingOf } from "@/app/console/listings/_conflict/conflict-sides";

const BOTH = { field: "headline", base: "a", theirs: "b", mine: "c" };
const MINE = { field: "beds", base: 1, theirs: 1, mine: 2 };
const THEIRS = { field: "baths", base: 1, theirs: 2, mine: 1 };
const AGREED = { field: "parking", base: 0, theirs: 1, mine: 1 };
const STATUS = { field: "status", base: "active", theirs: "sold", mine: "active" };
const UNKNOWN = { field: "street", theirs: "1 High St", mine: "2 High St" };
const ALL = [BOTH, MINE, THEIRS, AGREED, STATUS, UNKNOWN];

test("a field stands between two editors by who of them touched it", () => {
  expect(ALL.map(standingOf)).toEqual(["both", "mine", "theirs", "settled", "settled", "both"]);
});

test("nothing that both touched is chosen for anybody", () => {
  expect([...firstChoices(ALL)]).toEqual([
    ["beds", "mine"],
    ["baths", "theirs"],
  ]);
});

test("a choice comes to mine where mine was chosen, and leaves the rest as the others left it", () => {
  const choices = new Map([...firstChoices(ALL), ["headline", "theirs"], ["street", "mine"]] as const);
  expect(chosenChanges(ALL, choices)).toEqual({ beds: 2, street: "2 High St" });
  expect(chosenChanges(ALL, new Map(ALL.map(({ field }) => [field, "theirs"])))).toEqual({});
});
