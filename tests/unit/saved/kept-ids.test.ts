import { expect, test } from "vitest";
import { noneKept, readKept } from "@/app/(portal)/_saved/kept-ids";

test("while nothing is kept, what is read is what the server knew: no component renders again for it", () => {
  expect(readKept("saved")).toBe(noneKept());
  expect(readKept("viewed")).toBe(noneKept());
});
