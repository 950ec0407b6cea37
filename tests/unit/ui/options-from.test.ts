import { expect, test } from "vitest";
import { optionsFrom } from "@/app/_ui/combobox/option";

const load = optionsFrom([
  { value: "1", label: "North Hobart" },
  { value: "2", label: "Newtown" },
  { value: "3", label: "Kangaroo Point" },
]);

test.for([
  ["", ["North Hobart", "Newtown", "Kangaroo Point"]],
  ["ho", ["North Hobart"]],
  ["NEW", ["Newtown"]],
  ["roo", []],
] as const)("what is typed, %j, finds the words that begin with it", async ([typed, labels]) => {
  const found = await load(typed, new AbortController().signal);
  expect(found.map(({ label }) => label)).toEqual(labels);
});
