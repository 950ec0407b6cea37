import "server-only";
import type { OpenWindow } from "@/lib/listings/search";
import { Prisma } from "@/prisma/generated/client";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Nowhere is the day further ahead or behind than this. */
const AHEAD_MS = 14 * HOUR_MS;
const BEHIND_MS = 12 * HOUR_MS;
const SATURDAY = 6;

/** Days of a calendar, as YYYY-MM-DD, from the first to the last. */
type Days = { readonly first: string; readonly last: string };

/** When a search asks for what is open: the days of a window, at an instant, which tells which of them are over. */
type Opening = { readonly window: OpenWindow; readonly now: Date };

/** The instant at which the next day begins anywhere, in milliseconds: until then the days of a window are the same. */
export function nextMidnight(now: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT extract(epoch FROM min(((${now}::timestamptz AT TIME ZONE time_zone)::date + 1)::timestamp AT TIME ZONE time_zone))::float8 * 1000
    FROM region)`;
}

/**
 * Whether listings of `s` are open on a day of the window, by the calendar where they stand; a day that is over there does not count. The
 * row alone tells, where the days that are left are the same whatever day it is on earth.
 */
export function isOpen({ window, now }: Opening): Prisma.Sql {
  const todays = todaysOnEarth(now);
  const left = new Map<string, { readonly days: Days; readonly todays: string[] }>();
  for (const today of todays) {
    const days = daysLeft(window, today);
    if (days.first > days.last) continue;
    const name = `${days.first} ${days.last}`;
    left.set(name, { days, todays: [...(left.get(name)?.todays ?? []), today] });
  }
  const conditions = [...left.values()].map(({ days: { first, last }, todays: its }) => {
    const isOpenThen = Prisma.sql`search_is_open(s.id, s.open_until, s.open_days, ${first}::date, ${last}::date)`;
    return its.length === todays.length ? isOpenThen : Prisma.sql`${isOpenThen} AND ${isToday(its, now)}`;
  });
  return conditions.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}

/** Whether today is one of these days where a listing stands. Of most hours that is so in all regions or in none; else a table of places is made, once. */
function isToday(days: readonly string[], now: Date): Prisma.Sql {
  const isThere = Prisma.sql`(${now}::timestamptz AT TIME ZONE time_zone)::date = ANY (${[...days]}::date[])`;
  return Prisma.sql`((SELECT bool_and(${isThere}) FROM region)
    OR s.locality_id IN (SELECT p.id FROM locality p JOIN region ON region.id = region_id WHERE ${isThere}))`;
}

/** What is left of a window where it is this day: nothing, if the first comes after the last. The weekend is today's, when today is one. */
function daysLeft(window: OpenWindow, today: string): Days {
  if (window.kind === "days") return { first: window.from < today ? today : window.from, last: window.to };
  const midnight = Date.parse(today);
  const weekday = new Date(midnight).getUTCDay() || 7;
  return {
    first: dayOf(midnight + Math.max(SATURDAY - weekday, 0) * DAY_MS),
    last: dayOf(midnight + (7 - weekday) * DAY_MS),
  };
}

/** Every day that it is somewhere: two, or three for an hour or two. */
function todaysOnEarth(now: Date): readonly string[] {
  const shiftsMs = [-BEHIND_MS, AHEAD_MS - DAY_MS, AHEAD_MS];
  return [...new Set(shiftsMs.map((shiftMs) => dayOf(now.getTime() + shiftMs)))];
}

function dayOf(instantMs: number): string {
  return new Date(instantMs).toISOString().slice(0, 10);
}
