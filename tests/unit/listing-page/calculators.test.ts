import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { calculatedHome } from "@/app/(portal)/_calculators/calculated-home";
import { Calculators } from "@/app/(portal)/_calculators/calculators";
import { JURISDICTIONS } from "@/lib/calculators/duty-schedule";
import { DUTY_SCHEDULES } from "@/lib/calculators/stamp-duty";
import { listingWith } from "@/tests/unit/listings/any-listing";

const NSW = listingWith().locality;
const IN = (slug: string) => ({ ...NSW, region: { ...NSW.region, slug } });

test("the calculators begin with the middle of the price guide, in the state where the home stands", () => {
  expect(calculatedHome(listingWith())).toEqual({
    ...{ jurisdiction: "nsw", priceDollars: 1_050_000, isMiddle: true },
  });
  const price = { display: "From $1m", low: 1_000_000, high: null, currency: "AUD" };
  expect(calculatedHome(listingWith({ price, locality: IN("vic") }))).toEqual({
    ...{ jurisdiction: "vic", priceDollars: 1_000_000, isMiddle: false },
  });
});

test("what is let, sold, abroad or in another currency is not reckoned", () => {
  const { price } = listingWith();
  expect(calculatedHome(listingWith({ offer: "rent" }))).toBeNull();
  expect(calculatedHome(listingWith({ status: "sold" }))).toBeNull();
  expect(calculatedHome(listingWith({ locality: IN("us-wa") }))).toBeNull();
  expect(calculatedHome(listingWith({ price: { ...price, currency: "USD" } }))).toBeNull();
});

test("the page is sent with the answers for the listing's own price", () => {
  const html = page();
  expect(html).toContain("$5,036 a month");
  expect(html).toContain("the middle of the price guide");
  expect(html).toContain('value="840,000"');
});

test("a home whose price nobody said waits for one, and no field is called wrong", () => {
  const html = page({ price: { display: "Contact agent", low: null, high: null, currency: "AUD" } });
  expect(html.match(/Put in what is missing\./g)).toHaveLength(3);
  expect(html).not.toContain("aria-invalid");
});

test.for(JURISDICTIONS)(
  "in %s the source of the rates, its day and whether it is verified are shown",
  (slug) => {
    const { sourceUrl, isVerified, office } = DUTY_SCHEDULES[slug];
    const html = page({ locality: IN(slug) });
    expect(html).toContain(`href="${sourceUrl.replaceAll("&", "&amp;")}"`);
    expect(html).toContain("Read on 26 Nov 2026");
    expect(html.includes(`Not verified: these rates come from a copy, not from ${office} itself.`)).toBe(
      !isVerified,
    );
  },
);

function page(overrides: Parameters<typeof listingWith>[0] = {}): string {
  return renderToStaticMarkup(createElement(Calculators, { listing: listingWith(overrides) })).replaceAll(
    "<!-- -->",
    "",
  );
}
