import { expect, test } from "vitest";
import { countText, medianText, moneyText, shortMoney } from "@/app/(portal)/_places/figure-words";

test("an amount is written in full with the sign of the country, and with the code of any other currency", () => {
  expect(moneyText(1_250_000, "AUD")).toBe("$1,250,000");
  expect(moneyText(450_000, "USD")).toBe("USD 450,000");
});

test.for([
  [1_250_000, "$1.25m"],
  [2_000_000, "$2m"],
  [999_999, "$1m"],
  [640_000, "$640k"],
  [12_500, "$12.5k"],
  [650, "$650"],
  [0, "$0"],
] as const)("%i is %s where there is little room", ([amount, text]) => {
  expect(shortMoney(amount, "AUD")).toBe(text);
});

test("one thing is one, and more are many", () => {
  expect(countText(1, "sale")).toBe("1 sale");
  expect(countText(0, "sale")).toBe("0 sales");
  expect(countText(1_204, "agency", "agencies")).toBe("1,204 agencies");
});

test("a middle value of too few says so", () => {
  expect(medianText({ median: null, count: 2 }, String)).toBe("Too few to say");
  expect(medianText({ median: 31, count: 3 }, (days) => `${days} days`)).toBe("31 days");
});
