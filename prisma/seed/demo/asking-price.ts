import type { PropertyType } from "@/lib/listings/listing";
import { amountText, priceText } from "@/lib/listings/price-text";
import type { Home } from "@/prisma/seed/demo/home";
import type { Market } from "@/prisma/seed/demo/market";
import type { Random } from "@/prisma/seed/demo/random";

export type AskingPrice = { readonly display: string; readonly low: number; readonly high: number };

/** Lowest and highest of each type, in dollars; what a draw at the far end of every chance is held to. */
export const SALE_BOUNDS: Readonly<Record<PropertyType, readonly [number, number]>> = {
  house: [180_000, 16_000_000],
  terrace: [300_000, 9_000_000],
  townhouse: [180_000, 6_000_000],
  apartment: [140_000, 7_000_000],
  unit: [120_000, 4_000_000],
  villa: [160_000, 4_000_000],
  rural: [320_000, 18_000_000],
  land: [60_000, 7_000_000],
};

/** Lowest and highest weekly rent of any home, in dollars. */
export const RENT_BOUNDS = [190, 6_500] as const;

const TYPE_FACTORS: Readonly<Record<PropertyType, number>> = {
  house: 1,
  terrace: 0.92,
  townhouse: 0.78,
  apartment: 0.56,
  unit: 0.54,
  villa: 0.66,
  rural: 1.5,
  land: 0.52,
};

// Where ground is dear, homes that share it are cheaper beside a house than elsewhere.
const SHARED_GROUND: ReadonlySet<PropertyType> = new Set(["apartment", "unit", "villa", "townhouse"]);
const SHARED_GROUND_PRICE = 800_000;

// A year's rent by value, of a home at the usual price; dear homes let for less of theirs.
const USUAL_YIELD = 0.044;
const USUAL_PRICE = 800_000;
const WEEKS_PER_YEAR = 52;
const BEDS_USUAL: Readonly<Record<PropertyType, number>> = {
  house: 3.4,
  terrace: 2.8,
  townhouse: 3,
  apartment: 1.9,
  unit: 2,
  villa: 2.5,
  rural: 3.8,
  land: 0,
};
const BATHS_WORTH = 0.05;
const PARKING_WORTH = 0.025;

/** What the home is worth, in dollars, before rounding: its market's level, what it is, its rooms and its land. */
export function estimateValue(home: Home, market: Market, random: Random): number {
  const { propertyType, landAreaM2 } = home;
  const byLand =
    landAreaM2 === null ? 1 : Math.min(2.2, (landAreaM2 / usualLandM2(propertyType, market)) ** 0.16);
  const luck = Math.exp(random.bell() * 0.13);
  const [low, high] = SALE_BOUNDS[propertyType];
  const shared = SHARED_GROUND.has(propertyType) ? (SHARED_GROUND_PRICE / market.housePrice) ** 0.3 : 1;
  const value = market.housePrice * TYPE_FACTORS[propertyType] * shared * byRooms(home) * byLand * luck;
  return Math.min(high / 1.2, Math.max(low * 1.2, value));
}

/** Homes that share their ground are rooms and little else: each counts for more. */
function byRooms({ propertyType, beds, baths, parking }: Home): number {
  if (beds === null) return 1;
  const more = beds - BEDS_USUAL[propertyType];
  const byBeds = SHARED_GROUND.has(propertyType) ? Math.exp(0.3 * more) : Math.max(0.5, 1 + 0.17 * more);
  const byBaths = 1 + BATHS_WORTH * ((baths ?? 1) - 1);
  return byBeds * byBaths * (1 + PARKING_WORTH * (Math.min(parking ?? 0, 3) - 1));
}

function usualLandM2(propertyType: PropertyType, market: Market): number {
  if (propertyType === "rural") return 150_000;
  if (propertyType === "house" || propertyType === "land") return market.kind === "inner" ? 340 : 640;
  return 190;
}

/** A price guide as the region's rules allow it: no range wider than 10 %, and no bare lower bound in New South Wales and Victoria. */
export function askFor(value: number, market: Market, random: Random, isAuction: boolean): AskingPrice {
  const { regionSlug, currency } = market.place;
  const low = roundPrice(value);
  // Downwards: rounded up, a range of 9.5 % can become one of more than 10 %.
  const high = Math.floor((low * random.between(1.04, 1.095)) / stepOf(low)) * stepOf(low);
  const range = [...new Set([low, high])].map((amount) => amountText(amount, currency)).join(" – ");
  const fixed = { display: amountText(low, currency), low, high: low };
  if (isAuction) {
    // Queensland allows no guide with an auction; the range there serves the search alone.
    return { display: regionSlug === "qld" ? "Auction" : `Auction, guide ${range}`, low, high };
  }
  const form = random.weighted(FORMS[hasStrictGuides(regionSlug) ? "strict" : "loose"]);
  if (form === "range") return { display: range, low, high };
  if (form === "over") return { display: `Offers over ${amountText(low, currency)}`, low, high };
  if (form === "contact") return { display: "Contact agent", low, high };
  return fixed;
}

const FORMS = {
  strict: { range: 58, fixed: 34, contact: 8 },
  loose: { range: 22, fixed: 38, over: 32, contact: 8 },
} as const;

function hasStrictGuides(regionSlug: string): boolean {
  return regionSlug === "nsw" || regionSlug === "vic";
}

/** A weekly rent: one amount, as most states require. */
export function rentFor(value: number, market: Market, random: Random): AskingPrice {
  const yearly = value * USUAL_YIELD * (USUAL_PRICE / value) ** 0.28 * random.between(0.92, 1.08);
  const [low, high] = RENT_BOUNDS;
  const weekly = Math.round(Math.min(high, Math.max(low, yearly / WEEKS_PER_YEAR)) / 10) * 10;
  const display = priceText(weekly, { currency: market.place.currency, offer: "rent" });
  return { display, low: weekly, high: weekly };
}

/** As vendors round: to 5,000 below a million, 10,000 below two, 50,000 above. */
export function roundPrice(value: number): number {
  return Math.round(value / stepOf(value)) * stepOf(value);
}

function stepOf(value: number): number {
  if (value < 1_000_000) return 5_000;
  return value < 2_000_000 ? 10_000 : 50_000;
}

/** What is paid in the end is counted in smaller change. */
export function roundSale(value: number): number {
  const step = value < 1_000_000 ? 1_000 : 5_000;
  return Math.round(value / step) * step;
}
