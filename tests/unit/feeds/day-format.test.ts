import { expect, test } from "vitest";
import { compileDayFormat } from "@/lib/feeds/day-format";

test.each([
  ["yyyy-MM-dd", "2026-02-28", "2026-02-28"],
  ["yyyyMMdd'T'HHmmss", "20141013T000000", "2014-10-13"],
  ["dd/MM/yyyy HH:mm", "05/03/2026 23:59", "2026-03-05"],
  ["yyyy-MM-dd", "2028-02-29", "2028-02-29"],
])("in %s, %s is %s", (format, text, day) => {
  expect(compileDayFormat(format)?.(text)).toBe(day);
});

test.each([
  ["yyyy-MM-dd", "2026-02-30"],
  ["yyyy-MM-dd", "2026-13-01"],
  ["yyyy-MM-dd", "2027-02-29"],
  ["yyyy-MM-dd", "2026-1-1"],
  ["yyyy-MM-dd", "2026-01-01 and more"],
  ["dd/MM/yyyy HH:mm", "05/03/2026 24:00"],
  ["yyyy.MM.dd", "2026-01-01"],
])("in %s, %s is no day", (format, text) => {
  expect(compileDayFormat(format)?.(text)).toBeNull();
});

test.each(["", "yyyy-MM", "yyyy-MM-dd dd", "yyyy-MM-ddT", "yy-MM-dd", "yyyy-MM-dd'"])(
  "%s is no format",
  (format) => {
    expect(compileDayFormat(format)).toBeNull();
  },
);
