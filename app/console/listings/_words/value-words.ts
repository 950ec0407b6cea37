import { areaText, dayText, typeName } from "@/app/(portal)/_listing/listing-words";
import { LISTING_STATUSES, PROPERTY_TYPES } from "@/lib/listings/listing";
import type { LocalInspection, Medium } from "@/lib/listings/listing-parts";
import { amountText } from "@/lib/listings/price-text";
import { inspectionText } from "./inspection-words";
import { statusName } from "./status-words";

export type NamedAgent = { readonly slug: string; readonly name: string };
type Surroundings = { readonly currency: string; readonly agents?: readonly NamedAgent[] };

/** A value of a listing's field as people read it; empty where there is none. */
export function valueText(field: string, value: unknown, { currency, agents = [] }: Surroundings): string {
  if (value === null || value === undefined || value === "") return "";
  if (field === "hideStreet") return value === true ? "Hidden" : "Shown";
  if (field === "offer") return value === "rent" ? "Rent" : "Sale";
  if (field === "locality" && typeof value === "string") return placeText(value);
  if (typeof value === "number") return numberText(field, value, currency);
  if (typeof value === "string") return textOf(field, value);
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.map((one: unknown) => partText(field, one, agents)).join("\n");
}

function numberText(field: string, value: number, currency: string): string {
  if (field === "priceLow" || field === "priceHigh" || field === "soldPrice" || field === "price")
    return amountText(value, currency);
  return field === "landAreaM2" || field === "floorAreaM2" ? areaText(value) : String(value);
}

function textOf(field: string, value: string): string {
  const status = field === "status" ? LISTING_STATUSES.find((known) => known === value) : undefined;
  const type = field === "propertyType" ? PROPERTY_TYPES.find((known) => known === value) : undefined;
  if (status !== undefined) return statusName(status);
  if (type !== undefined) return typeName(type);
  if (field === "publishedAt" || field === "soldOn" || field === "leasedOn") return dayText(value);
  return value;
}

/** "nsw/surry-hills" as "Surry Hills, NSW". */
function placeText(key: string): string {
  const [region = "", slug = ""] = key.split("/");
  const name = slug.replace(
    /(^|-)(\w)/g,
    (_, gap: string, letter: string) => `${gap && " "}${letter.toUpperCase()}`,
  );
  return `${name}, ${region.toUpperCase()}`;
}

function partText(field: string, one: unknown, agents: readonly NamedAgent[]): string {
  if (field === "agents") return agents.find(({ slug }) => slug === one)?.name ?? String(one);
  if (typeof one !== "object" || one === null) return String(one);
  // The audit and the API hold what LISTING_PARTS let through.
  if (field === "inspections") return inspectionText(one as LocalInspection);
  if (field !== "media") return JSON.stringify(one);
  const { id, caption } = one as Medium;
  return caption === "" ? `Picture ${id}` : `Picture ${id}: ${caption}`;
}
