import type { EditableListing } from "@/lib/listings/editable-listing";
import type { LocalityRef } from "@/lib/localities/locality";

const NOWHERE: LocalityRef = {
  ...{ slug: "", name: "", postcode: null },
  region: { slug: "", code: "", name: "" },
};

/** What a new listing is before anything is typed. */
export const BLANK_LISTING: EditableListing = {
  ...{ id: 0, version: 1, channel: null, locality: NOWHERE, timeZone: "Australia/Sydney" },
  fields: {
    ...{ offer: "sale", status: "draft", propertyType: "house", headline: "", description: "" },
    ...{ features: [], priceDisplay: "", priceLow: null, priceHigh: null, priceCurrency: "AUD" },
    ...{ beds: null, baths: null, parking: null, landAreaM2: null, floorAreaM2: null },
    ...{ street: null, hideStreet: false, latitude: null, longitude: null, agency: null },
    ...{ agents: [], inspections: [], media: [] },
    ...{ publishedAt: null, soldOn: null, soldPrice: null, leasedOn: null },
  },
  ...{ agency: null, agents: [], pictures: [], source: null, createdAt: "", updatedAt: "" },
  ...{ priceWarnings: [], missingForPublishing: [], verbs: [] },
};
