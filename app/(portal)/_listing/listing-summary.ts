import type { Listing } from "@/lib/listings/listing";
import { localityLabel } from "@/lib/localities/locality";
import { addressLine, areaText, dayText, typeName } from "./listing-words";

/** What search engines and messages show of a description. */
const DESCRIPTION_MAX = 160;
const TITLE_MAX = 110;

/** The listing's page in a line: "12 King Street, Newtown NSW 2042". */
export function listingTitle(listing: Listing): string {
  return clipped(`${addressLine(listing)}, ${localityLabel(listing.locality)}`, TITLE_MAX);
}

/** And in a sentence or two: the price, what it is, and what is said of it. */
export function listingSummary(listing: Listing): string {
  const { price, propertyType, soldOn, status, headline, beds, baths, landAreaM2 } = listing;
  const parts = [
    beds === null ? null : counted(beds, "bedroom"),
    baths === null ? null : counted(baths, "bathroom"),
    landAreaM2 === null ? null : `${areaText(landAreaM2)} of land`,
  ].filter((part) => part !== null);
  const sold = status === "sold" && soldOn !== null ? ` on ${dayText(soldOn)}` : "";
  const home = [typeName(propertyType), ...parts].join(", ");
  return clipped(`${price.display}${sold}. ${home}. ${headline}`, DESCRIPTION_MAX);
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** Texts in one line, without what turns the direction of those around them, and no longer than they are shown. */
function clipped(text: string, lengthMax: number): string {
  const line = text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const points = Array.from(line);
  return points.length <= lengthMax
    ? line
    : `${points
        .slice(0, lengthMax - 1)
        .join("")
        .trimEnd()}…`;
}
