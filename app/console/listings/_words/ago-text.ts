const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** How long ago an instant (ISO) was: "just now", "5 min ago", "3 h ago", "2 days ago", then its day. */
export function agoText(at: string, nowMs: number): string {
  const passedMs = Math.max(0, nowMs - Date.parse(at));
  if (passedMs < MINUTE_MS) return "just now";
  if (passedMs < HOUR_MS) return `${Math.floor(passedMs / MINUTE_MS)} min ago`;
  if (passedMs < DAY_MS) return `${Math.floor(passedMs / HOUR_MS)} h ago`;
  const days = Math.floor(passedMs / DAY_MS);
  if (days < 7) return days === 1 ? "yesterday" : `${days} days ago`;
  const day = new Date(at);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}
