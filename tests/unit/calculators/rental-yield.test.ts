import { expect, test } from "vitest";
import { rentalYield } from "@/lib/calculators/rental-yield";

const HOME = {
  ...{ priceDollars: 800_000, purchaseCostsDollars: 40_000, weeklyRentDollars: 700 },
  ...{ vacantWeeks: 2, managementPercent: 7, yearlyCostsDollars: 5_000 },
};

test("the gross yield is a year's rent for each dollar of the price, whatever the costs", () => {
  expect(rentalYield(HOME).grossPercent).toBe(4.55);
  expect(rentalYield({ ...HOME, yearlyCostsDollars: 50_000, vacantWeeks: 52 }).grossPercent).toBe(4.55);
});

test("the net yield is what vacancy, the agent and the costs leave, for each dollar of all that was paid", () => {
  expect(rentalYield(HOME)).toEqual({ grossPercent: 4.55, netPercent: 3.28, netIncomeCents: 27_550_00 });
});

test("costs beyond the rent make the net yield negative", () => {
  expect(rentalYield({ ...HOME, vacantWeeks: 52 })).toMatchObject({
    netPercent: -0.6,
    netIncomeCents: -5_000_00,
  });
});
