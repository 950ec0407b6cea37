import { expect, test } from "vitest";
import {
  canonicalQuery,
  emptySearch,
  parseSearch,
  parseSearchPage,
  searchPath,
  searchWith,
} from "@/lib/listings/search";
import { parsed, parsedPage } from "@/tests/unit/listings/parsed";

test.each([
  ["around=0&locality=nsw/newtown", "around"],
  ["around=51&locality=nsw/newtown", "around"],
  ["around=2.5&locality=nsw/newtown", "around"],
  ["around=5km&locality=nsw/newtown", "around"],
  ["feature=pool,", "feature"],
  ["feature=!", "feature"],
  ["feature=プール", "feature"],
  ["feature=pool プール", "feature"],
  [`feature=${"a".repeat(61)}`, "feature"],
  [`feature=${several(11)}`, "feature"],
  ["feature=pool&feature=study", "feature"],
  ["keywords=", "keywords"],
  ["keywords=+", "keywords"],
  ["keywords=…!", "keywords"],
  ["keywords=海 view", "keywords"],
  ["keywords=straße", "keywords"],
  [`keywords=${"a".repeat(41)}`, "keywords"],
  [`keywords=${several(11)}`, "keywords"],
  ["new=0", "new"],
  ["new=91", "new"],
  ["new=week", "new"],
  ["open=today", "open"],
  ["open=2026-11-31", "open"],
  ["open=2027-02-29", "open"],
  ["open=2026-13-01", "open"],
  ["open=26-11-28", "open"],
  ["open=2026-11-28T10:00", "open"],
  ["open=2026-11-28,", "open"],
  ["open=2026-11-28,weekend", "open"],
  ["open=2026-11-28,2026-11-29,2026-11-30", "open"],
  ["open=2026-11-29,2026-11-28", "open"],
  ["open=2026-11-01,2026-12-03", "open"],
  ["open=1999-12-31", "open"],
  ["open=2100-12-31,2101-01-01", "open"],
])("%s is refused, naming %s", (query, field) => {
  const parse = parseSearch(new URLSearchParams(query));
  expect(parse).toEqual({ ok: false, issues: [{ field, reason: expect.stringMatching(/\.$/) }] });
});

test("who writes keywords in another script is told which characters can be searched", () => {
  expect(parseSearch(new URLSearchParams("keywords=海"))).toMatchObject({
    issues: [{ reason: expect.stringContaining("a to z and digits 0 to 9") }],
  });
});

test.each([
  ["around=05&locality=nsw/newtown", "locality=nsw/newtown&around=5"],
  ["around=50&locality=newtown&region=nsw", "locality=nsw/newtown&around=50"],
  ["feature=Swimming pool,study", "feature=study,swimming-pool"],
  ["feature=chef’s kitchen", "feature=chefs-kitchen"],
  ["feature=study,Study,STUDY", "feature=study"],
  [`feature=${several(10)},${several(10)}`, `feature=${several(10)}`],
  [`feature=${"a".repeat(60)}`, `feature=${"a".repeat(60)}`],
  ["keywords=View of the HARBOUR, view!", "keywords=harbour+of+the+view"],
  ["keywords=Café crème", "keywords=cafe+creme"],
  ["keywords=600m²", "keywords=600m2"],
  ["keywords=o'connor", "keywords=connor+o"],
  [`keywords=${"a".repeat(40)}`, `keywords=${"a".repeat(40)}`],
  [`keywords=${several(10)} ${several(10)}`, `keywords=${several(10).replaceAll(",", "+")}`],
  ["new=007", "new=7"],
  ["new=90", "new=90"],
  ["open=WEEKEND", "open=weekend"],
  ["open=2028-02-29", "open=2028-02-29"],
  ["open=2026-11-28,2026-11-28", "open=2026-11-28"],
  ["open=2026-11-28, 2026-11-29", "open=2026-11-28,2026-11-29"],
  ["open=2026-11-01,2026-12-02", "open=2026-11-01,2026-12-02"],
  ["open=2000-01-01", "open=2000-01-01"],
  ["open=2100-12-31", "open=2100-12-31"],
])("%s means %s", (query, canonical) => {
  expect(canonicalQuery(parsed(query))).toBe(`channel=buy&${canonical}`);
});

test("each filter is what its parameter says", () => {
  const query = "locality=nsw/newtown&around=5&keywords=view+harbour&feature=study,pool&new=7";
  expect(parsed(`${query}&open=2026-11-28`)).toEqual({
    ...emptySearch("buy"),
    localities: ["nsw/newtown"],
    aroundKm: 5,
    keywords: ["harbour", "view"],
    features: ["pool", "study"],
    newWithinDays: 7,
    open: { kind: "days", from: "2026-11-28", to: "2026-11-28" },
  });
});

test("a changed search holds each keyword and feature once, in order", () => {
  const change = { keywords: ["view", "harbour", "view"], features: ["study", "pool", "study"] };
  expect(searchWith(emptySearch("buy"), change)).toMatchObject({
    keywords: ["harbour", "view"],
    features: ["pool", "study"],
  });
});

test.each([
  ["keywords=Harbour+view&keywords=", "/buy?keywords=harbour+view"],
  ["keywords=+&feature=&open=&new=&around=&area=", "/buy"],
  ["feature=Swimming+pool&feature=study", "/buy?feature=study,swimming-pool"],
  ["open-from=&open-to=", "/buy"],
  ["open-from=2026-11-28&open-to=", "/buy?open=2026-11-28"],
  ["open-from=&open-to=2026-11-29", "/buy?open=2026-11-29"],
  ["open-from=2026-11-28&open-to=2026-11-28", "/buy?open=2026-11-28"],
  ["open-from=2026-11-28&open-to=2026-11-29", "/buy?open=2026-11-28,2026-11-29"],
])("a form that sends %s asks for the page %s", (form, path) => {
  expect(searchPath(parsedPage(`/buy?${form}`))).toBe(path);
});

test.each(["open-from=2026-11-28&open=weekend", "open-to=2026-11-28&open-to=2026-11-29"])(
  "a form that sends %s is refused, for it says twice when to be open",
  (form) => {
    expect(parseSearchPage("buy", [], new URLSearchParams(form))).toMatchObject({
      ok: false,
      issues: [{ field: "open" }],
    });
  },
);

/** "a,b,c": so many members of a set. */
function several(count: number): string {
  return [..."abcdefghijklmnop"].slice(0, count).join(",");
}
