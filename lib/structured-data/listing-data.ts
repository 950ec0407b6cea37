import type { Listing, ListingStatus, PropertyType } from "@/lib/listings/listing";
import { agencyRef } from "@/lib/structured-data/organization-data";
import { type PublicUrl, withContext } from "@/lib/structured-data/thing";

const HOME_TYPES: Readonly<Record<PropertyType, string>> = {
  house: "SingleFamilyResidence",
  terrace: "House",
  townhouse: "House",
  apartment: "Apartment",
  unit: "Apartment",
  villa: "House",
  rural: "House",
  land: "Place",
};

const AVAILABILITIES: Partial<Record<ListingStatus, string>> = {
  active: "https://schema.org/InStock",
  under_offer: "https://schema.org/LimitedAvailability",
  sold: "https://schema.org/SoldOut",
};

type Given = { readonly path: string; readonly imagePaths: readonly string[]; readonly publicUrl: PublicUrl };

/**
 * A listing as a RealEstateListing of schema.org, with its offer and the home that it is about. The price is said as a number only where
 * it is one: a range is a range, and what the vendor keeps back is not there. A hidden street and pin are hidden here too.
 */
export function listingData(listing: Listing, { path, imagePaths, publicUrl }: Given): object {
  const { headline, description, publishedAt, agency } = listing;
  const url = publicUrl(path);
  return withContext({
    "@type": "RealEstateListing",
    "@id": url,
    url,
    name: headline,
    description: description === "" ? undefined : description,
    datePosted: publishedAt?.slice(0, 10),
    image: imagePaths.length === 0 ? undefined : imagePaths.map(publicUrl),
    about: homeData(listing),
    offers: offerData(listing, url),
    provider: agency === null ? undefined : agencyRef(agency, publicUrl),
  });
}

function homeData(listing: Listing): object {
  const { propertyType, street, locality, coordinates, beds, baths, floorAreaM2 } = listing;
  return {
    "@type": HOME_TYPES[propertyType],
    address: {
      "@type": "PostalAddress",
      streetAddress: street ?? undefined,
      addressLocality: locality.name,
      addressRegion: locality.region.code,
      postalCode: locality.postcode ?? undefined,
    },
    geo: coordinates === null ? undefined : { "@type": "GeoCoordinates", ...coordinates },
    numberOfBedrooms: propertyType === "land" ? undefined : (beds ?? undefined),
    numberOfBathroomsTotal: propertyType === "land" ? undefined : (baths ?? undefined),
    floorSize:
      floorAreaM2 === null || propertyType === "land"
        ? undefined
        : { "@type": "QuantitativeValue", value: floorAreaM2, unitCode: "MTK" },
  };
}

function offerData({ price, offer, status, publishedAt }: Listing, url: string): object {
  const { low, high, currency } = price;
  const isOne = low !== null && low === high;
  const amounts = isOne ? { price: low } : { minPrice: low ?? undefined, maxPrice: high ?? undefined };
  const isPriced = low !== null || high !== null;
  const perWeek = offer === "rent" ? { unitCode: "WEE" } : {};
  return {
    "@type": "Offer",
    url,
    availability: AVAILABILITIES[status],
    businessFunction:
      offer === "sale"
        ? "http://purl.org/goodrelations/v1#Sell"
        : "http://purl.org/goodrelations/v1#LeaseOut",
    validFrom: publishedAt?.slice(0, 10),
    ...(isOne && offer === "sale" ? { price: low, priceCurrency: currency } : {}),
    priceSpecification: isPriced
      ? { "@type": "UnitPriceSpecification", ...amounts, priceCurrency: currency, ...perWeek }
      : undefined,
  };
}
