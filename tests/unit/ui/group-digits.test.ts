import { expect, test } from "vitest";
import { groupDigits } from "@/app/_ui/group-digits";

test.for([
  ["1250000", "1,250,000"],
  ["$720", "720"],
  [" 1 250 000 ", "1,250,000"],
  ["1,25,0000.50", "1,250,000.50"],
  ["0042", "42"],
  ["0", "0"],
] as const)("the digits of %j are grouped as %j", ([written, grouped]) => {
  expect(groupDigits(written)).toBe(grouped);
});

test.for(["", "1.2m", "-5", "about 500", "1.234"])(
  "%j is no plain amount and stays as it was written",
  (written) => {
    expect(groupDigits(written)).toBe(written);
  },
);
