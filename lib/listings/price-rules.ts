import type { Offer, PropertyType } from "@/lib/listings/listing";
import { amountText, rangeInText } from "@/lib/listings/price-text";
import { namesAmount, namesAuction, openEndIn, plainly } from "@/lib/listings/price-wording";

/** What the rules look at. `region` is the region's slug; `hasAuction`: an auction is among the inspections. */
export type AdvertisedPrice = {
  readonly region: string;
  readonly offer: Offer;
  readonly propertyType: PropertyType;
  readonly priceDisplay: string;
  readonly priceLow: number | null;
  readonly priceHigh: number | null;
  readonly priceCurrency: string;
  readonly hasAuction: boolean;
};

/** Something about a price that a state's law on advertising objects to: for people to judge, never a refusal. */
export type PriceWarning = {
  readonly rule: "price-range" | "open-ended-price" | "auction-price-guide";
  /** What is wrong and the way out. */
  readonly message: string;
  readonly source: { readonly name: string; readonly url: string };
};

type Rule = (price: AdvertisedPrice) => string | null;
type StateRules = readonly (readonly [PriceWarning["rule"], Rule, PriceWarning["source"]])[];

const VICTORIA = {
  name: "Consumer Affairs Victoria, Understanding property prices (Estate Agents Act 1980)",
  url: "https://www.consumer.vic.gov.au/housing/buying-and-selling-property/buying-property/understanding-property-prices",
};
const NEW_SOUTH_WALES = {
  name: "NSW Fair Trading, Underquoting guidance for property professionals (Property and Stock Agents Act 2002)",
  url: "https://www.fairtrading.nsw.gov.au/housing-and-property/property-professionals/working-as-a-property-agent/underquoting",
};
const NEW_SOUTH_WALES_WORDS = {
  name: "Property and Stock Agents Act 2002 (NSW), section 73 (2); NSW Fair Trading, Underquoting guidance for property professionals",
  url: NEW_SOUTH_WALES.url,
};
const QUEENSLAND = {
  name: "Property Occupations Act 2014 (Qld), sections 214 to 216",
  url: "https://classic.austlii.edu.au/au/legis/qld/num_act/poa2014n22298/",
};

/** A range of a tenth and no more: $500,000 to $550,000 in the regulators' own example. */
const RANGE_PERCENT_MAX = 10;

const BY_REGION: ReadonlyMap<string, StateRules> = new Map(
  Object.entries({
    vic: [
      ["price-range", wideRange, VICTORIA],
      ["open-ended-price", openEnded, VICTORIA],
    ],
    nsw: [
      ["price-range", wideRange, NEW_SOUTH_WALES],
      ["open-ended-price", openEnded, NEW_SOUTH_WALES_WORDS],
    ],
    qld: [["auction-price-guide", auctionGuide, QUEENSLAND]],
  } satisfies Record<string, StateRules>),
);

/**
 * What the rules on advertising prices of the listing's state say against its price, in their order; empty when nothing is known against it.
 * The rules are of homes for sale: neither rent nor rural property.
 */
export function priceWarnings(price: AdvertisedPrice): PriceWarning[] {
  if (price.offer !== "sale" || price.propertyType === "rural") return [];
  return (BY_REGION.get(price.region) ?? []).flatMap(([rule, broken, source]) => {
    const message = broken(price);
    return message === null ? [] : [{ rule, message, source }];
  });
}

function wideRange({ priceDisplay, priceLow, priceHigh, priceCurrency }: AdvertisedPrice): string | null {
  // What is shown counts, and what is filtered beside it: both tell buyers a price.
  const shown = rangeInText(plainly(priceDisplay));
  const ranges = [shown, priceLow === null || priceHigh === null ? null : { low: priceLow, high: priceHigh }];
  const wide = ranges.find((range) => range !== null && isWide(range));
  if (!wide) return null;
  const [from, to] = [wide.low, Math.floor((wide.low * (100 + RANGE_PERCENT_MAX)) / 100)];
  return `The range from ${amountText(wide.low, priceCurrency)} to ${amountText(wide.high, priceCurrency)} is wider than ${RANGE_PERCENT_MAX} % of its lower end; advertise one price, or at most ${amountText(from, priceCurrency)} to ${amountText(to, priceCurrency)}.`;
}

function isWide({ low, high }: { low: number; high: number }): boolean {
  return high * 100 > low * (100 + RANGE_PERCENT_MAX);
}

function openEnded({ priceDisplay }: AdvertisedPrice): string | null {
  const open = openEndIn(priceDisplay);
  if (open === null) return null;
  return `“${open}” leaves the price open upwards; advertise a single price, or a range with both ends.`;
}

function auctionGuide({ priceDisplay, hasAuction }: AdvertisedPrice): string | null {
  if (!(hasAuction || namesAuction(priceDisplay)) || !namesAmount(priceDisplay)) return null;
  return "A home that goes to auction may not be advertised with a price or a price guide; show “Auction” alone. The range for searches may stay.";
}
