import fc from "fast-check";
import { expect, test } from "vitest";
import { breadcrumbData, resultsData } from "@/lib/structured-data/list-data";
import { listingData } from "@/lib/structured-data/listing-data";
import { agencyData, agentData, portalData } from "@/lib/structured-data/organization-data";
import { scriptText } from "@/lib/structured-data/script-text";
import { listingWith } from "@/tests/unit/listings/any-listing";

const publicUrl = (path: string) => `https://homes.example${path}`;
const GIVEN = { path: "/listing/a-42", imagePaths: ["/media/a.webp"], publicUrl };
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("</script>", "<!--", "]]>", "&lt;", "\u2028", "\u2029", "\ud800", "<script>", "\\u003c"),
);

test("no text breaks out of its script element, and whoever reads the JSON reads the text", () => {
  fc.assert(
    fc.property(
      fc.array(anyText).map((texts) => texts.join("")),
      (text) => {
        const written = scriptText(listingData(listingWith({ headline: text, description: text }), GIVEN));
        expect(written).not.toMatch(/[<>&\u2028\u2029]/);
        expect(written).toBe(Buffer.from(written).toString());
        expect(JSON.parse(written)).toMatchObject({ name: text });
      },
    ),
  );
});

test("a listing is said with its offer, its home, its pictures and its day", () => {
  expect(JSON.parse(scriptText(listingData(listingWith(), GIVEN)))).toEqual({
    ...{ "@context": "https://schema.org", "@type": "RealEstateListing" },
    ...{ "@id": "https://homes.example/listing/a-42", url: "https://homes.example/listing/a-42" },
    ...{ name: "A house with a garden", description: "Quiet.", datePosted: "2026-11-01" },
    image: ["https://homes.example/media/a.webp"],
    about: {
      "@type": "SingleFamilyResidence",
      address: {
        ...{ "@type": "PostalAddress", streetAddress: "12 King Street", addressLocality: "Newtown" },
        ...{ addressRegion: "NSW", postalCode: "2042" },
      },
      geo: { "@type": "GeoCoordinates", latitude: -33.9, longitude: 151.18 },
      ...{ numberOfBedrooms: 3, numberOfBathroomsTotal: 1.5 },
      floorSize: { "@type": "QuantitativeValue", value: 120, unitCode: "MTK" },
    },
    offers: {
      ...{ "@type": "Offer", url: "https://homes.example/listing/a-42", validFrom: "2026-11-01" },
      availability: "https://schema.org/InStock",
      businessFunction: "http://purl.org/goodrelations/v1#Sell",
      priceSpecification: {
        ...{ "@type": "UnitPriceSpecification", minPrice: 1_000_000, maxPrice: 1_100_000 },
        priceCurrency: "AUD",
      },
    },
    provider: {
      ...{ "@type": "RealEstateAgent", "@id": "https://homes.example/agency/harbour" },
      ...{ name: "Harbour Homes", url: "https://homes.example/agency/harbour" },
    },
  });
});

test("what the vendor keeps back is not said: no price, no street, no pin", () => {
  const written = scriptText(
    listingData(
      listingWith({
        price: { display: "Contact agent", low: null, high: null, currency: "AUD" },
        ...{ street: null, coordinates: null },
      }),
      GIVEN,
    ),
  );
  expect(written).not.toMatch(/rice|streetAddress|geo/);
});

test("one price is a price; a rent is one for each week; what is sold is sold out", () => {
  const price = { display: "$650", low: 650, high: 650, currency: "AUD" };
  expect(listingData(listingWith({ price, offer: "rent" }), GIVEN)).toMatchObject({
    offers: { priceSpecification: { price: 650, unitCode: "WEE" } },
  });
  expect(listingData(listingWith({ price, status: "sold" }), GIVEN)).toMatchObject({
    offers: { price: 650, priceCurrency: "AUD", availability: "https://schema.org/SoldOut" },
  });
});

test("results and breadcrumbs are numbered in their order, from one", () => {
  const items = [
    { name: "A", path: "/listing/a-1" },
    { name: "B", path: "/listing/b-2" },
  ];
  const results = resultsData({ name: "Homes for sale", path: "/buy", total: 99, items }, publicUrl);
  expect(results).toMatchObject({
    numberOfItems: 99,
    itemListElement: [
      { position: 1, name: "A", url: "https://homes.example/listing/a-1" },
      { position: 2, name: "B", url: "https://homes.example/listing/b-2" },
    ],
  });
  const crumbs = [
    { label: "Buy", href: "/buy" },
    { label: "12 King Street", href: null },
  ];
  expect(JSON.parse(scriptText(breadcrumbData(crumbs, publicUrl)))).toMatchObject({
    itemListElement: [
      { "@type": "ListItem", position: 1, name: "Buy", item: "https://homes.example/buy" },
      { "@type": "ListItem", position: 2, name: "12 King Street" },
    ],
  });
});

test("an invented agency says that it is one, and so does an invented agent", () => {
  const contact = { slug: "a", name: "A", phone: null, email: null };
  const agency = { ...contact, website: null, locality: null, isDemo: true, agents: [contact] };
  expect(agencyData(agency, publicUrl)).toMatchObject({
    disambiguatingDescription: expect.stringContaining("invented"),
  });
  expect(scriptText(agencyData({ ...agency, isDemo: false }, publicUrl))).not.toContain("invented");
  const agent = { ...contact, isDemo: true, agency: { slug: "a", name: "A" } };
  expect(agentData(agent, publicUrl)).toMatchObject({
    ...{ "@type": "Person", url: "https://homes.example/agent/a" },
    worksFor: { "@type": "RealEstateAgent", url: "https://homes.example/agency/a" },
    disambiguatingDescription: expect.stringContaining("invented"),
  });
  expect(portalData("Verandah", publicUrl)).toMatchObject({ "@type": "Organization", name: "Verandah" });
});
