import { dayText } from "@/app/(portal)/_listing/listing-words";
import type { LocalInspection } from "@/lib/listings/listing-parts";

/** "Open home, 28 Nov 2026, 10:00 to 10:30", in the property's own time. */
export function inspectionText({ kind, startsAt, endsAt }: LocalInspection): string {
  const name = kind === "auction" ? "Auction" : "Open home";
  return `${name}, ${dayText(startsAt)}, ${startsAt.slice(11)} to ${endsAt.slice(11)}`;
}
