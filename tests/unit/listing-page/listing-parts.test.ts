import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Description } from "@/app/(portal)/_listing/description";
import { Features } from "@/app/(portal)/_listing/features";
import { Inspections } from "@/app/(portal)/_listing/inspections";
import { ListingPlace } from "@/app/(portal)/_listing/listing-place";
import { listingWith } from "@/tests/unit/listings/any-listing";

const HOSTILE = `</p><script>alert(1)</script> "quoted" 'also' & <b>bold</b> \u202eesrever ${"x".repeat(10_000)}`;

test("what is said of a home is text, whatever it says, and each takes its own direction", () => {
  const html = renderToStaticMarkup(
    createElement(Description, listing({ headline: HOSTILE, description: HOSTILE })),
  );
  expect(html).not.toContain("<script");
  expect(html).not.toContain("<b>");
  expect(html.match(/dir="auto"/g)?.length).toBeGreaterThan(2);
});

test("a feature that was put in twice stands there once", () => {
  const html = renderToStaticMarkup(createElement(Features, { features: ["Deck", "Pool", "Deck", HOSTILE] }));
  expect(html.match(/<li/g)).toHaveLength(3);
  expect(html).not.toContain("<script");
});

test("each inspection says its time where the home stands, and leads to its calendar file", () => {
  const html = renderToStaticMarkup(createElement(Inspections, listingWith({ timeZone: "Australia/Perth" })));
  expect(html).toContain("Saturday 28 November");
  expect(html).toMatch(/8:00.am to 8:30.am <span[^>]*>AWST/);
  expect(html).toContain("Times are those of Perth.");
  expect(html).toContain('href="/api/listings/42/inspections/20261128T000000Z.ics"');
});

test("a hidden street is not in the section that says where a home is, and a shown one is", () => {
  const placed = (street: string | null) =>
    renderToStaticMarkup(createElement(ListingPlace, { ...listing({ street }), styleUrl: null }));
  expect(placed("12 King Street")).toContain("12 King Street");
  expect(placed(null)).toContain("The agent gives the address");
  for (const channel of ["buy", "rent", "sold"])
    expect(placed(null)).toContain(`href="/${channel}/nsw/newtown"`);
});

function listing(overrides: Parameters<typeof listingWith>[0]) {
  return { listing: listingWith(overrides) };
}
