import { grouped, typeName } from "@/app/(portal)/_listing/listing-words";
import { homesWords } from "@/app/(portal)/_results/filter-words";
import type { MapCluster, MapListing } from "@/lib/listings/listing-map";
import type { Mark } from "./map-marks";

const NAMED_MAX = 5;
const PRICE_LENGTH_MAX = 60;

/** What a mark is called: "12 homes from $450,000 to $1.2m", "$850,000, 12 Smith Street". */
export function markName(mark: Mark): string {
  if (mark.kind === "cluster") return clusterName(mark.cluster);
  const [home, ...others] = mark.homes;
  if (others.length === 0) return `${priceText(home)}, ${spotName(home)}`;
  return `${homesWords(mark.homes.length)} at one place, ${mark.homes.slice(0, NAMED_MAX).map(priceText).join(", ")}`;
}

/** What stands on it, and begins its name. */
export function markText(mark: Mark): string {
  if (mark.kind === "cluster") return grouped(mark.cluster.count);
  const [home, ...others] = mark.homes;
  return others.length === 0 ? priceText(home) : homesWords(mark.homes.length);
}

/** The street, or what stands there where it is not told. */
export function spotName({ street, propertyType }: Pick<MapListing, "street" | "propertyType">): string {
  return street ?? `${typeName(propertyType).toLowerCase()}, street not shown`;
}

function priceText({ price: { display } }: MapListing): string {
  return display.length > PRICE_LENGTH_MAX ? `${display.slice(0, PRICE_LENGTH_MAX)}…` : display;
}

function clusterName({ count, price }: MapCluster): string {
  const homes = `${grouped(count)} homes`;
  if (price === null) return homes;
  const [low, high] = [amountText(price.low), amountText(price.high)];
  return low === high ? `${homes} at ${low}` : `${homes} from ${low} to ${high}`;
}

const MILLION = 1_000_000;

/** "$450,000", "$1.2m": to a hundredth of a million. */
function amountText(amount: number): string {
  if (amount < MILLION) return `$${grouped(amount)}`;
  return `$${Math.round(amount / (MILLION / 100)) / 100}m`;
}
