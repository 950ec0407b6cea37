import { expect, test } from "vitest";
import { ReportInput } from "@/lib/reports/report-input";

const GIVEN = { listing: "42", reason: "gone", message: " It is sold. ", email: "" };

test("a report is read from the fields of a form, where what was left empty is nothing", () => {
  expect(ReportInput.parse(GIVEN)).toEqual({
    ...{ listing: 42, reason: "gone", message: "It is sold.", email: null },
  });
  expect(ReportInput.parse({ ...GIVEN, listing: 42, email: "a@example.com" })).toMatchObject({
    ...{ listing: 42, email: "a@example.com" },
  });
});

test.for([
  "https://homes.example/listing/12-king-street-newtown-nsw-42",
  "/listing/42/",
  "https://homes.example/listing/unit-3-ashby-nsw-42?utm_source=letter#facts",
  " 42 ",
])("the listing of %s is 42", (listing) => {
  expect(ReportInput.parse({ ...GIVEN, listing }).listing).toBe(42);
});

test.for([
  ["listing", ""],
  ["listing", "12 King Street"],
  ["listing", "0"],
  ["listing", "99999999999"],
  ["listing", 1.5],
  ["listing", true],
  ["reason", "rude"],
  ["message", "   "],
  ["message", "x".repeat(2_001)],
  ["message", "a\0b"],
  ["email", "nobody"],
  ["email", "a b@example.com"],
] as const)("a report whose %s is %j is refused by that name", ([field, value]) => {
  const { error } = ReportInput.safeParse({ ...GIVEN, [field]: value });
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("a field that there is not is refused", () => {
  expect(ReportInput.safeParse({ ...GIVEN, reporter: "me" }).success).toBe(false);
});
