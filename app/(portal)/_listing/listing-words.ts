import type { ListingCard, PropertyType } from "@/lib/listings/listing";

const TYPE_NAMES: Readonly<Record<PropertyType, string>> = {
  house: "House",
  terrace: "Terrace",
  townhouse: "Townhouse",
  apartment: "Apartment",
  unit: "Unit",
  villa: "Villa",
  rural: "Rural",
  land: "Land",
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function typeName(type: PropertyType): string {
  return TYPE_NAMES[type];
}

/** "2015-05-12" as "12 May 2015". By hand: the server's and the browser's own words for months differ, and hydration would trip. */
export function dayText(day: string): string {
  const [year, month, date] = day.slice(0, 10).split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** Square metres as "1,204 m²". */
export function areaText(areaM2: number): string {
  return `${grouped(Math.round(areaM2))} m²`;
}

/** 12345 as "12,345". */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** What a listing is called where it stands alone: its street, or what it is where the street is hidden. */
export function addressLine(listing: Pick<ListingCard, "street" | "propertyType" | "locality">): string {
  const { street, propertyType, locality } = listing;
  return street ?? `${typeName(propertyType)} in ${locality.name}`;
}
