import { dayIn } from "@/lib/listings/region-day";

const DAY_MS = 86_400_000;
const SIGN_BIT = 63;

/** What listing_search says of a listing's inspections in this time zone, each instant an ISO string: its last day, and its days as bits. */
export function openDays(
  inspections: readonly { readonly startsAt: string; readonly endsAt: string }[],
  timeZone: string,
): { readonly open_until: string | null; readonly open_days: string | null } {
  const days = inspections.flatMap(({ startsAt, endsAt }) => {
    const first = Date.parse(dayIn(timeZone, new Date(startsAt)));
    const last = Date.parse(dayIn(timeZone, new Date(Date.parse(endsAt) - 1)));
    return Array.from({ length: 1 + (last - first) / DAY_MS }, (_, n) => first + n * DAY_MS);
  });
  if (days.length === 0) return { open_until: null, open_days: null };
  const latest = Math.max(...days);
  const bits = new Set(days.map((day) => BigInt(Math.min((latest - day) / DAY_MS, SIGN_BIT))));
  const sum = [...bits].reduce((all, bit) => all | (1n << bit), 0n);
  return { open_until: new Date(latest).toISOString().slice(0, 10), open_days: `${BigInt.asIntN(64, sum)}` };
}
