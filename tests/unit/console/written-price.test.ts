import { expect, test } from "vitest";
import { amountsIn } from "@/app/console/listings/_edit/amounts-in-text";
import { readAmount, readNumber } from "@/app/console/listings/_edit/written-number";

test("every amount that a price's text names is found, the least and the most", () => {
  expect(amountsIn("$1.2m – $1.3m")).toEqual({ low: 1_200_000, high: 1_300_000 });
  expect(amountsIn("From $900,000")).toEqual({ low: 900_000, high: 900_000 });
  expect(amountsIn("Auction, guide $735,000 to $705,000")).toEqual({ low: 705_000, high: 735_000 });
  expect(amountsIn("Auction 12 December 2026")).toBeNull();
  expect(amountsIn("Contact agent")).toBeNull();
});

test("a number is read as people write it, and what is none stays as it was written", () => {
  expect(["1,250,000", "2.5", " ", "many", "1e6", "0x10"].map(readNumber)).toEqual([
    1_250_000,
    2.5,
    null,
    "many",
    "1e6",
    "0x10",
  ]);
  expect(["1.25m", "950k", "1m to 2m"].map(readAmount)).toEqual([1_250_000, 950_000, "1m to 2m"]);
});
