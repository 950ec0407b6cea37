import type { ListingInspection } from "@/lib/listings/listing";

/** The inspections that are not over, and how long that holds: until the first of them is; null where there is none. */
export function upcomingInspections(
  inspections: readonly ListingInspection[],
  nowMs: number,
): { readonly upcoming: readonly ListingInspection[]; readonly lastsMs: number | null } {
  const upcoming = inspections.filter(({ endsAt }) => Date.parse(endsAt) > nowMs);
  const ends = upcoming.map(({ endsAt }) => Date.parse(endsAt));
  return { upcoming, lastsMs: ends.length === 0 ? null : Math.min(...ends) - nowMs };
}
