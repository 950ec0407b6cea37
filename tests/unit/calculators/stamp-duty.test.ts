import fc from "fast-check";
import { expect, test } from "vitest";
import { JURISDICTIONS } from "@/lib/calculators/duty-schedule";
import { DUTY_SCHEDULES, stampDutyCents } from "@/lib/calculators/stamp-duty";

const SCHEDULES = Object.values(DUTY_SCHEDULES);
const anyJurisdiction = fc.constantFrom(...JURISDICTIONS);
const anyBuyer = fc.constantFrom("owner-occupier", "investor");

test("the office of Queensland comes to the duty of its own worked example", () => {
  expect(duty("qld", 365_400, "investor")).toBe(11_214);
});

test.for([
  ["nsw", 15_000, "investor", 187.5],
  ["nsw", 900_000, "investor", 34_912],
  ["vic", 500_000, "owner-occupier", 21_970],
  ["vic", 500_000, "investor", 25_070],
  ["vic", 550_000, "owner-occupier", 24_970],
  ["vic", 550_001, "owner-occupier", 28_070.06],
  ["vic", 2_500_000, "investor", 142_500],
  ["qld", 365_400, "owner-occupier", 4_039],
  ["wa", 500_000, "investor", 17_765],
  ["sa", 600_000, "investor", 26_830],
  ["tas", 2_000, "investor", 50],
  ["tas", 725_000, "investor", 27_810],
  ["act", 1_020_000, "owner-occupier", 35_238],
  ["act", 1_500_000, "owner-occupier", 68_100],
  ["nt", 500_000, "investor", 23_928.6],
  ["nt", 2_999_999, "investor", 148_499.95],
  ["nt", 3_000_000, "investor", 172_500],
] as const)("%s: $%d for an %s is charged $%d", ([jurisdiction, price, buyer, expected]) => {
  expect(duty(jurisdiction, price, buyer)).toBe(expected);
});

test("every band that begins where another ended begins with what that one came to, to the dollar", () => {
  for (const { jurisdiction, bands, homeBands } of SCHEDULES) {
    for (const band of [...bands, ...(homeBands ?? [])]) {
      if (band.kind !== "excess" || band.aboveDollars === 0 || band.overDollars !== band.aboveDollars)
        continue;
      const buyer = bands.includes(band) ? "investor" : "owner-occupier";
      const before = stampDutyCents({ jurisdiction, priceDollars: band.aboveDollars, buyer }) ?? 0;
      expect(Math.abs(before - band.baseCents), `${jurisdiction} above ${band.aboveDollars}`).toBeLessThan(
        100,
      );
    }
  }
});

test("bands stand by where they begin, the first at nothing", () => {
  for (const { bands, homeBands } of SCHEDULES)
    for (const each of [bands, homeBands ?? bands]) {
      const begins = each.map(({ aboveDollars }) => aboveDollars);
      expect(begins).toEqual(begins.toSorted((a, b) => a - b));
      expect(begins[0]).toBe(0);
    }
});

test("whoever lives in what they buy is never charged more than an investor, and nobody as much as the price", () => {
  const anyPrice = fc.integer({ min: 1_000, max: 50_000_000 });
  fc.assert(
    fc.property(anyJurisdiction, anyPrice, (jurisdiction, priceDollars) => {
      const home = stampDutyCents({ jurisdiction, priceDollars, buyer: "owner-occupier" });
      const other = stampDutyCents({ jurisdiction, priceDollars, buyer: "investor" });
      expect(home ?? 0).toBeLessThanOrEqual(other ?? 0);
      expect(other ?? 0).toBeLessThan(priceDollars * 100);
    }),
  );
});

test("duty is whole cents, and nothing is said above what the rates are known for", () => {
  const anyPrice = fc.integer({ min: 0, max: 100_000_000 });
  fc.assert(
    fc.property(anyJurisdiction, anyPrice, anyBuyer, (jurisdiction, priceDollars, buyer) => {
      const cents = stampDutyCents({ jurisdiction, priceDollars, buyer });
      const { knownUpToDollars } = DUTY_SCHEDULES[jurisdiction];
      if (knownUpToDollars !== null && priceDollars > knownUpToDollars) expect(cents).toBeNull();
      else expect(Number.isSafeInteger(cents)).toBe(true);
    }),
  );
});

test("every schedule says where it was read, and whether that was the office or the act", () => {
  for (const { sourceUrl, readOn, isVerified } of SCHEDULES) {
    expect(URL.canParse(sourceUrl)).toBe(true);
    expect(readOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(/\.gov\.au|austlii/.test(new URL(sourceUrl).hostname)).toBe(isVerified);
  }
});

function duty(
  jurisdiction: (typeof JURISDICTIONS)[number],
  priceDollars: number,
  buyer: "owner-occupier" | "investor",
) {
  const cents = stampDutyCents({ jurisdiction, priceDollars, buyer });
  return cents === null ? null : cents / 100;
}
