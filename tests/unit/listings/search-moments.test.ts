import fc from "fast-check";
import { expect, test } from "vitest";
import { newSince, newUntilMs } from "@/lib/listings/search-moments";
import { search } from "@/tests/support/searching";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MOMENT = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-01-01"), noInvalidDate: true });

const SUBURBS = Array.from({ length: 200 }, (_, number) =>
  search(`channel=buy&locality=nsw/suburb-${number}`),
);

test("what is new is reckoned from less than an hour before now, and from one moment until it says", () => {
  fc.assert(
    fc.property(MOMENT, fc.integer({ min: 1, max: 90 }), fc.constantFrom(...SUBURBS), (now, days, suburb) => {
      const since = newSince(suburb, days, now).getTime();
      const agoMs = now.getTime() - days * DAY_MS - since;
      expect(agoMs).toBeGreaterThanOrEqual(0);
      expect(agoMs).toBeLessThan(HOUR_MS);
      const untilMs = newUntilMs(suburb, now);
      expect(newSince(suburb, days, new Date(untilMs - 1)).getTime()).toBe(since);
      expect(newSince(suburb, days, new Date(untilMs)).getTime()).toBe(since + HOUR_MS);
    }),
  );
});

test("filters of a place agree on what is new there", () => {
  const now = new Date("2026-03-05T03:34:30Z");
  const all = search("channel=buy&locality=nsw/newtown");
  const some = search("channel=buy&locality=nsw/newtown&new=3&beds=2-&keywords=garden");
  expect(newSince(some, 7, now)).toEqual(newSince(all, 7, now));
});

test("answers of different places do not all end in one moment", () => {
  const now = new Date("2026-03-05T03:34:30Z");
  const ends = SUBURBS.map((suburb) => newUntilMs(suburb, now));
  const most = Math.max(...ends.map((end) => ends.filter((each) => each === end).length));
  expect(most).toBeLessThan(SUBURBS.length / 10);
});
