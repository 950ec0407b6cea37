import type { ListingRow } from "@/lib/listings/listing-limits";
import { movedBy } from "@/prisma/seed/demo/distance";
import type { Home } from "@/prisma/seed/demo/home";
import type { Market } from "@/prisma/seed/demo/market";
import type { Random } from "@/prisma/seed/demo/random";
import { pickStreet } from "@/prisma/seed/demo/street";

const HIDDEN_STREETS = 0.04;
const DEGREES_DECIMALS = 5;

/** Where the home stands: an address in its place, and a point near its middle. */
export function drawSite(
  { propertyType }: Home,
  market: Market,
  random: Random,
): Pick<ListingRow, "street" | "hideStreet" | "latitude" | "longitude"> {
  const street = pickStreet(market, random, propertyType === "rural");
  const { latitude, longitude } = movedBy(market.place, {
    north: random.bell() * market.spreadKm,
    east: random.bell() * market.spreadKm,
  });
  return {
    street: `${numberOf(propertyType, market, random)} ${street}`,
    hideStreet: random.chance(HIDDEN_STREETS),
    latitude: Number(latitude.toFixed(DEGREES_DECIMALS)),
    longitude: Number(longitude.toFixed(DEGREES_DECIMALS)),
  };
}

function numberOf(type: Home["propertyType"], market: Market, random: Random): string {
  if (type === "land") return `Lot ${random.whole(1, 340)},`;
  if (type === "rural") return String(random.whole(12, 2400));
  // Most streets are short: low numbers are common, high ones rare.
  const number = 1 + Math.floor(180 * random.share() ** 1.7);
  if (type === "apartment") {
    const floor = random.whole(0, market.kind === "inner" ? 12 : 4);
    return `${floor === 0 ? "G" : floor}0${random.whole(1, 9)}/${number}`;
  }
  if (type === "unit" || type === "villa" || type === "townhouse") return `${random.whole(1, 14)}/${number}`;
  return String(number);
}
