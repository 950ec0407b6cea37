import type { OpenWindow } from "@/lib/listings/search";
import { accept, quoted, type Reading, refuse, type SearchField } from "@/lib/listings/search-reading";

const FIRST_DAY = "2000-01-01";
const LAST_DAY = "2100-12-31";
const DAYS_APART_MAX = 31;
const DAY_MS = 86_400_000;

/** When a listing must be open for inspection: `weekend`, a day where the listing stands (`2026-11-28`), or two, from and to. */
export const OPEN: SearchField<OpenWindow | null> = {
  absent: null,
  read: readOpen,
  write: (open) => (open === null ? null : writeOpen(open)),
};

function readOpen(text: string): Reading<OpenWindow> {
  if (text.toLowerCase() === "weekend") return accept({ kind: "weekend" });
  const [from = "", to = from, ...more] = text.split(",").map((day) => day.trim());
  if (more.length > 0 || !isDay(from) || !isDay(to))
    return refuse(
      `${quoted(text)} is no time to be open: write weekend, a day like 2026-11-28, or two like 2026-11-28,2026-11-29.`,
    );
  if ([from, to].some((day) => day < FIRST_DAY || day > LAST_DAY))
    return refuse(`Days run from ${FIRST_DAY} to ${LAST_DAY}.`);
  if (from > to) return refuse(`The days are upside down: write ${to},${from}.`);
  if (Date.parse(to) - Date.parse(from) > DAYS_APART_MAX * DAY_MS)
    return refuse(`The days are too far apart: write two that are at most ${DAYS_APART_MAX} days apart.`);
  return accept({ kind: "days", from, to });
}

/** Whether a text is a day of the calendar, as YYYY-MM-DD. Written again, because Date.parse may read 30 February as a day of March. */
function isDay(text: string): boolean {
  const startsAt = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(startsAt) && new Date(startsAt).toISOString().startsWith(text);
}

function writeOpen(open: OpenWindow): string {
  if (open.kind === "weekend") return "weekend";
  return open.from === open.to ? open.from : `${open.from},${open.to}`;
}
