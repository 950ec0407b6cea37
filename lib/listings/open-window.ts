import "server-only";
import type { OpenWindow } from "@/lib/listings/search";
import { Prisma } from "@/prisma/generated/client";

/**
 * The days of a window where each locality lies, as instants, as the common table expression open_window (locality_id, opens_at, ends_at).
 * Days that are over there do not count; the weekend is today's, when today is one, and what is left of it.
 */
export function openWindow(window: OpenWindow, now: Date): Prisma.Sql {
  const today = Prisma.sql`(${now}::timestamptz AT TIME ZONE time_zone)::date`;
  const days =
    window.kind === "days"
      ? Prisma.sql`SELECT id, time_zone, greatest(${window.from}::date, ${today}) AS first, ${window.to}::date AS last FROM region`
      : Prisma.sql`
          SELECT id, time_zone, CASE WHEN extract(isodow FROM ${today}) = 7 THEN ${today} ELSE ${today} + greatest(6 - extract(isodow FROM ${today})::int, 0) END AS first,
            ${today} + 7 - extract(isodow FROM ${today})::int AS last
          FROM region`;
  return Prisma.sql`open_window AS MATERIALIZED (
    SELECT p.id AS locality_id, first::timestamp AT TIME ZONE time_zone AS opens_at, (last + 1)::timestamp AT TIME ZONE time_zone AS ends_at
    FROM (${days}) day JOIN locality p ON p.region_id = day.id WHERE first <= last)`;
}

/** Whether the listing of `s` is open in the window of its place, `w`. An inspection lasts less than a day: so an index finds those that can be meant. */
export const IS_OPEN = Prisma.sql`EXISTS (
  SELECT FROM inspection i
  WHERE i.listing_id = s.id AND i.starts_at < w.ends_at AND i.ends_at > w.opens_at
    AND i.starts_at < (SELECT max(ends_at) FROM open_window) AND i.starts_at > (SELECT min(opens_at) FROM open_window) - interval '1 day')`;
