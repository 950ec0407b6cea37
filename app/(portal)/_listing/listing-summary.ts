import type { Listing } from "@/lib/listings/listing";
import { localityLabel } from "@/lib/localities/locality";
import type { SharedTexts } from "@/lib/media/share-picture";
import { addressLine, areaText, dayText, typeName } from "./listing-words";
import { pictureNote } from "./picture-note";

/** What search engines and messages show of a description. */
const DESCRIPTION_MAX = 160;
const TITLE_MAX = 110;

/** The listing's page in a line: "12 King Street, Newtown NSW 2042". */
export function listingTitle(listing: Listing): string {
  return clipped(`${addressLine(listing)}, ${localityLabel(listing.locality)}`, TITLE_MAX);
}

/** And in a sentence or two: the price, what it is, and what is said of it. */
export function listingSummary(listing: Listing): string {
  return clipped(`${priceWords(listing)}. ${homeWords(listing)}. ${listing.headline}`, DESCRIPTION_MAX);
}

/** The same for the picture beside a link to the page, line by line. */
export function sharedTexts(listing: Listing): SharedTexts {
  return {
    title: addressLine(listing),
    place: localityLabel(listing.locality),
    facts: homeWords(listing),
    price: priceWords(listing),
    note: pictureNote(listing),
  };
}

function priceWords({ price, status, soldOn }: Listing): string {
  return status === "sold" && soldOn !== null ? `${price.display} on ${dayText(soldOn)}` : price.display;
}

function homeWords({ propertyType, beds, baths, landAreaM2 }: Listing): string {
  const parts = [
    typeName(propertyType),
    beds === null ? null : counted(beds, "bedroom"),
    baths === null ? null : counted(baths, "bathroom"),
    landAreaM2 === null ? null : `${areaText(landAreaM2)} of land`,
  ];
  return parts.filter((part) => part !== null).join(", ");
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
