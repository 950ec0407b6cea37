import { expect, test } from "vitest";
import { sortAfter } from "@/app/_ui/table/column";
import { withKeys } from "@/app/_ui/table/selection";

test("pressing the head of a column sorts by it, and pressing it again turns the order round", () => {
  const first = sortAfter(null, "price");
  expect(first).toEqual({ key: "price", direction: "ascending" });
  expect(sortAfter(first, "price")).toEqual({ key: "price", direction: "descending" });
  expect(sortAfter({ key: "price", direction: "descending" }, "address")).toEqual({
    key: "address",
    direction: "ascending",
  });
});

test("selecting the rows of a page keeps what is selected on others", () => {
  const before = new Set(["elsewhere"]);
  const after = withKeys(before, ["a", "b"], true);
  expect([...after]).toEqual(["elsewhere", "a", "b"]);
  expect([...withKeys(after, ["a", "b"], false)]).toEqual(["elsewhere"]);
  expect([...before]).toEqual(["elsewhere"]);
});
