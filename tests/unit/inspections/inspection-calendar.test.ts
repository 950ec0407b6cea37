import fc from "fast-check";
import { expect, test } from "vitest";
import { contentLine, textValue } from "@/lib/inspections/calendar-text";
import { inspectionCalendar, inspectionName } from "@/lib/inspections/inspection-calendar";
import type { Listing } from "@/lib/listings/listing";
import { listingWith } from "@/tests/unit/listings/any-listing";

const MADE_AT = new Date("2026-11-20T10:00:00.123Z");
const anyText = fc.string({ unit: "binary", maxLength: 400, size: "max" });

test("an inspection is an event of instants, and says in words what clocks show at the property", () => {
  expect(lines(calendar({}))).toEqual([
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Verandah//Inspections//EN", "METHOD:PUBLISH"],
    ...["BEGIN:VEVENT", "UID:listing-42-open_home-20261128T000000Z@homes.example"],
    ...["DTSTAMP:20261120T100000Z", "SEQUENCE:7", "DTSTART:20261128T000000Z", "DTEND:20261128T003000Z"],
    "SUMMARY:Inspection: 12 King Street\\, Newtown NSW 2042",
    "LOCATION:12 King Street\\, Newtown NSW 2042",
    "GEO:-33.9;151.18",
    "DESCRIPTION:Saturday 28 November 2026\\, 11:00 am to 11:30 am (Australia/Sydney)\\nhttps://homes.example/listing/42",
    "URL:https://homes.example/listing/42",
    ...["END:VEVENT", "END:VCALENDAR"],
  ]);
});

test("an hour of the property is said as it is there, on both sides of a change of clocks", () => {
  const inspections = ["2026-10-03T23:30:00.000Z", "2026-10-03T15:30:00.000Z"].map((startsAt) => ({
    ...{ kind: "open_home" as const, startsAt, endsAt: startsAt },
  }));
  const said = calendar({ inspections }).match(/Sunday 4 October 2026\\, [\d:]+ [ap]m/g);
  expect(said).toEqual(["Sunday 4 October 2026\\, 10:30 am", "Sunday 4 October 2026\\, 1:30 am"]);
});

test("an inspection keeps its name when the listing changes, and comes after what it was before", () => {
  const before = calendar({});
  const after = calendar({ version: 8, street: "14 King Street" });
  expect(value(after, "UID")).toBe(value(before, "UID"));
  expect(Number(value(after, "SEQUENCE"))).toBeGreaterThan(Number(value(before, "SEQUENCE")));
  expect(value(before, "UID")).toContain(inspectionName(listingWith().inspections[0] ?? { startsAt: "" }));
});

test("a hidden street and pin are hidden in the calendar", () => {
  const file = calendar({ street: null, coordinates: null });
  expect(file).not.toContain("GEO");
  expect(value(file, "LOCATION")).toBe("Newtown NSW 2042 (the agent gives the address)");
});

test("no line is longer than 75 octets, none breaks a character, and unfolded it is what was written", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const written = contentLine("SUMMARY", textValue(text));
      const folded = written.slice(0, -2).split("\r\n");
      for (const line of folded) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(Buffer.from(line).toString()).toBe(line);
      }
      expect(folded.map((line, at) => (at === 0 ? line : line.slice(1))).join("")).toBe(
        `SUMMARY:${textValue(text)}`,
      );
    }),
  );
});

test("whatever a listing says, its file has the lines of an event and no others", () => {
  fc.assert(
    fc.property(anyText, anyText, (street, name) => {
      const { locality } = listingWith();
      const file = calendar({ street, locality: { ...locality, name } });
      expect(lines(file).map((line) => line.split(":")[0])).toEqual(
        lines(calendar({})).map((line) => line.split(":")[0]),
      );
    }),
  );
});

test("a text is read back as it was, but for control characters", () => {
  const text = 'a;b,c\\n\r\nd\u0007 "e"';
  expect(textValue(text)).toBe('a\\;b\\,c\\\\n\\nd "e"');
});

function calendar(overrides: Partial<Listing>): string {
  const listing = { ...listingWith(overrides), url: "https://homes.example/listing/42" };
  return inspectionCalendar(listing, listing.inspections, MADE_AT);
}

function lines(file: string): string[] {
  expect(file.endsWith("\r\n")).toBe(true);
  return file.slice(0, -2).replaceAll("\r\n ", "").split("\r\n");
}

function value(file: string, name: string): string | undefined {
  return lines(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);
}
