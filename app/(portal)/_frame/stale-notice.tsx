import { staleForMs } from "@/lib/http/staleness";

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

/** Says how old the page is while nobody can tell whether it is still true. To be rendered by a page that has read all it shows. */
export function StaleNotice() {
  const ageMs = staleForMs();
  if (ageMs === null) return null;
  return (
    <p role="status" className="border-line border-b bg-sunken">
      <span className="shell block py-3 text-sm">
        <strong className="font-semibold text-danger">This page may be out of date.</strong> Our records
        cannot be reached right now; what you see is as it was {ago(ageMs)}. Ask the agent before you rely on
        a price, or on a home still being offered.
      </span>
    </p>
  );
}

function ago(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 1) return "less than a minute ago";
  if (minutes < HOUR_MINUTES) return `${minutes} ${minutes === 1 ? "minute" : "minutes"} ago`;
  const hours = Math.round(minutes / HOUR_MINUTES);
  return `${hours} ${hours === 1 ? "hour" : "hours"} ago`;
}
