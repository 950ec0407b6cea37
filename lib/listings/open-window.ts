import "server-only";
import type { OpenWindow } from "@/lib/listings/search";
import { Prisma } from "@/prisma/generated/client";

const DAY_MS = 86_400_000;
/** Nowhere is the day further ahead or behind than this. */
const AHEAD_MS = 14 * 3_600_000;
const BEHIND_MS = 12 * 3_600_000;
const SATURDAY = 6;

type Days = { readonly first: string; readonly last: string };

/** When a search asks for what is open: the days of a window, at an instant, which tells which of them are over. */
export type Opening = { readonly window: OpenWindow; readonly now: Date };

/**
 * The days of a window where each region lies, as instants (region_id, opens_at, ends_at). Days that are over there do not count: such a
 * region is left out. The weekend is today's, when today is one, and what is left of it. OFFSET 0: worked out once, not for each listing;
 * a common table expression could not be read by parallel workers.
 */
function openDays({ window, now }: Opening): Prisma.Sql {
  const [first, last] =
    window.kind === "weekend"
      ? [Prisma.sql`today + greatest(${SATURDAY} - weekday, 0)`, Prisma.sql`today + 7 - weekday`]
      : [Prisma.sql`greatest(${window.from}::date, today)`, Prisma.sql`${window.to}::date`];
  return Prisma.sql`(
    SELECT id AS region_id, slug, first::timestamp AT TIME ZONE time_zone AS opens_at, (last + 1)::timestamp AT TIME ZONE time_zone AS ends_at
    FROM region,
      LATERAL (SELECT (${now}::timestamptz AT TIME ZONE time_zone)::date AS today) clock,
      LATERAL (SELECT extract(isodow FROM today)::int AS weekday) calendar,
      LATERAL (SELECT ${first} AS first, ${last} AS last) days
    WHERE first <= last OFFSET 0)`;
}

/** The instant at which the next day begins anywhere, in milliseconds: until then the days of a window are the same. */
export function nextMidnight(now: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT extract(epoch FROM min(((${now}::timestamptz AT TIME ZONE time_zone)::date + 1)::timestamp AT TIME ZONE time_zone))::float8 * 1000
    FROM region)`;
}

/** Beside `s`: the window of its place, `w`. A place where it is over has none. */
export function placeWindow(opening: Opening): Prisma.Sql {
  return Prisma.sql`JOIN (
    SELECT p.id, opens_at, ends_at FROM ${openDays(opening)} day JOIN locality p USING (region_id)) w ON w.id = s.locality_id`;
}

const IN_WINDOW = Prisma.sql`i.listing_id = s.id AND i.starts_at < w.ends_at AND i.ends_at > w.opens_at`;

/**
 * Whether listings of `s` are open: for very many of them, of several regions. Needs placeWindow. What is certain before the statement is
 * planned says how many inspections can be meant; one lasts less than a day.
 */
export function areOpen(opening: Opening): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM inspection i WHERE ${IN_WINDOW} AND ${canBeMeant(opening)})`;
}

/** The same for very many listings of one region. As a test of a value it stays a table of ids that is made once. */
export function areOpenInRegion(opening: Opening, region: string): Prisma.Sql {
  const day = Prisma.sql`FROM ${openDays(opening)} day WHERE slug = ${region}`;
  return Prisma.sql`(s.id IN (
    SELECT i.listing_id FROM inspection i
    WHERE i.starts_at < (SELECT ends_at ${day}) AND i.ends_at > (SELECT opens_at ${day}) AND ${canBeMeant(opening)})) IS TRUE`;
}

/** The same for few listings, one by one. Needs placeWindow. */
export const IS_OPEN = Prisma.sql`coalesce((SELECT true FROM inspection i WHERE ${IN_WINDOW} LIMIT 1), false)`;

/** The same without placeWindow, for listings that come in an order of their own: a join could lose it. */
export function isOpenByItself(opening: Opening): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT true FROM inspection i, locality p JOIN ${openDays(opening)} w USING (region_id)
    WHERE p.id = s.locality_id AND ${IN_WINDOW} LIMIT 1), false)`;
}

function canBeMeant(opening: Opening): Prisma.Sql {
  const { first, last } = daysAnywhere(opening);
  const from = new Date(Date.parse(first) - AHEAD_MS - DAY_MS);
  const to = new Date(Date.parse(last) + DAY_MS + BEHIND_MS);
  return Prisma.sql`i.starts_at > ${from}::timestamptz AND i.starts_at < ${to}::timestamptz`;
}

/** No day of the window lies outside of these, wherever it is. */
function daysAnywhere({ window, now }: Opening): Days {
  const earliest = dayOf(now.getTime() - BEHIND_MS);
  const latest = dayOf(now.getTime() + AHEAD_MS);
  if (window.kind === "days") {
    const [, first = earliest] = [earliest, window.from].sort();
    return { first, last: window.to };
  }
  return { first: weekendOf(earliest).first, last: weekendOf(latest).last };
}

function weekendOf(today: string): Days {
  const midnight = Date.parse(today);
  const weekday = new Date(midnight).getUTCDay() || 7;
  return {
    first: dayOf(midnight + Math.max(SATURDAY - weekday, 0) * DAY_MS),
    last: dayOf(midnight + (7 - weekday) * DAY_MS),
  };
}

function dayOf(instantMs: number): string {
  return new Date(instantMs).toISOString().slice(0, 10);
}
