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
  const street = pickStreet(market, random);
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
  const number = type === "rural" ? random.whole(20, 1900) : random.whole(1, 40) ** 2 % 190;
  if (type === "apartment")
    return `${random.whole(1, market.kind === "inner" ? 12 : 4)}0${random.whole(1, 9)}/${number + 1}`;
  if (type === "unit" || type === "villa" || type === "townhouse")
    return `${random.whole(1, 14)}/${number + 1}`;
  return `${number + 1}`;
}
