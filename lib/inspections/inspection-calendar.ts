import { contentLine, textValue, utcValue } from "@/lib/inspections/calendar-text";
import type { Listing, ListingInspection } from "@/lib/listings/listing";
import { localityLabel } from "@/lib/localities/locality";

/** The listing whose inspections are put into a calendar, and where its page is. */
export type CalendarListing = Pick<
  Listing,
  "id" | "street" | "locality" | "coordinates" | "inspections" | "timeZone" | "version"
> & { readonly url: string };

/**
 * Inspections as an iCalendar file (RFC 5545). Times are instants in UTC, which no change of a zone's rules can shift and which every
 * calendar shows in its owner's time; what clocks show at the property is said in words. An event is the same as long as it is of one kind and
 * begins at one time, whatever else changes, and is newer the more often its listing was changed.
 */
export function inspectionCalendar(
  listing: CalendarListing,
  inspections: readonly ListingInspection[],
  madeAt: Date,
): string {
  const host = new URL(listing.url).hostname;
  return [
    contentLine("BEGIN", "VCALENDAR"),
    contentLine("VERSION", "2.0"),
    contentLine("PRODID", "-//Verandah//Inspections//EN"),
    contentLine("METHOD", "PUBLISH"),
    ...inspections.map((inspection) => event(listing, inspection, { host, madeAt })),
    contentLine("END", "VCALENDAR"),
  ].join("");
}

/** Names the inspections of a listing that begin at one instant in addresses: "20261128T000000Z". */
export function inspectionName({ startsAt }: Pick<ListingInspection, "startsAt">): `${string}Z` {
  return utcValue(startsAt);
}

function event(
  { id, street, locality, coordinates, timeZone, version, url }: CalendarListing,
  inspection: ListingInspection,
  { host, madeAt }: { readonly host: string; readonly madeAt: Date },
): string {
  const { kind, startsAt, endsAt } = inspection;
  const address = [street, localityLabel(locality)].filter((part) => part !== null).join(", ");
  const what = kind === "auction" ? "Auction" : "Inspection";
  const where = street === null ? `${address} (the agent gives the address)` : address;
  return [
    contentLine("BEGIN", "VEVENT"),
    contentLine("UID", `listing-${id}-${kind}-${inspectionName(inspection)}@${host}`),
    contentLine("DTSTAMP", utcValue(madeAt)),
    contentLine("SEQUENCE", String(version)),
    contentLine("DTSTART", utcValue(startsAt)),
    contentLine("DTEND", utcValue(endsAt)),
    contentLine("SUMMARY", textValue(`${what}: ${address}`)),
    contentLine("LOCATION", textValue(where)),
    ...(coordinates === null ? [] : [contentLine("GEO", `${coordinates.latitude};${coordinates.longitude}`)]),
    contentLine("DESCRIPTION", textValue(`${localWords(inspection, timeZone)}\n${url}`)),
    contentLine("URL", url),
    contentLine("END", "VEVENT"),
  ].join("");
}

/** "Saturday 28 November 2026, 11:00 am to 11:30 am (Australia/Sydney)". */
function localWords({ startsAt, endsAt }: ListingInspection, timeZone: string): string {
  const day = new Intl.DateTimeFormat("en-AU", { timeZone, dateStyle: "full" }).format(new Date(startsAt));
  const clock = new Intl.DateTimeFormat("en-AU", { timeZone, timeStyle: "short" });
  const hours = `${clock.format(new Date(startsAt))} to ${clock.format(new Date(endsAt))}`;
  return `${day.replaceAll(",", "")}, ${hours} (${timeZone})`.replaceAll("\u202f", " ");
}
