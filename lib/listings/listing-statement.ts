import "server-only";
import type { CardIds } from "@/lib/listings/freshness";
import type { Listing, ListingCard, ListingId } from "@/lib/listings/listing";
import { CARD_IDS_JSON, CARD_JSON, CARD_TABLES, type CardRow } from "@/lib/listings/listing-row";
import { Prisma } from "@/prisma/generated/client";

/** What a listing's own page shows beyond its card, as Postgres puts it together. */
export type ListingRow = {
  readonly card: CardRow;
  readonly rest: Omit<Listing, keyof ListingCard | "images">;
  readonly ids: CardIds & { readonly agents: readonly number[] };
};

const INSTANT = Prisma.sql`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const AGENTS = Prisma.sql`
  SELECT json_agg(json_build_object('slug', agent.slug, 'name', agent.name, 'phone', agent.phone, 'email', agent.email)
    ORDER BY la.position, agent.id)
  FROM listing_agent la JOIN agent ON agent.id = la.agent_id WHERE la.listing_id = l.id`;

const INSPECTIONS = Prisma.sql`
  SELECT json_agg(json_build_object('kind', kind,
    'startsAt', to_char(starts_at AT TIME ZONE 'UTC', ${INSTANT}),
    'endsAt', to_char(ends_at AT TIME ZONE 'UTC', ${INSTANT})) ORDER BY starts_at, id)
  FROM inspection WHERE listing_id = l.id`;

const HISTORY = Prisma.sql`
  SELECT json_agg(json_build_object('kind', kind, 'occurredOn', to_char(occurred_on, 'YYYY-MM-DD'),
    'price', CASE WHEN price_display IS NOT NULL
      THEN json_build_object('display', price_display, 'low', price_low, 'high', price_high) END) ORDER BY occurred_on, id)
  FROM listing_event WHERE listing_id = l.id`;

/** A public listing with all that its page shows, as one statement: no row when there is none. */
export function listingStatement(id: ListingId): Prisma.Sql {
  return Prisma.sql`${anyListingStatement(id)} AND l.channel IS NOT NULL`;
}

/** The same of any listing, on show or not: for those who edit it. */
export function anyListingStatement(id: number): Prisma.Sql {
  return Prisma.sql`
    SELECT ${CARD_JSON} AS card,
      ${CARD_IDS_JSON}::jsonb || jsonb_build_object('agents', ARRAY(SELECT agent_id FROM listing_agent WHERE listing_id = l.id)) AS ids,
      json_build_object(
      'description', l.description,
      'features', l.features,
      'coordinates', CASE WHEN l.latitude IS NOT NULL AND NOT l.hide_street
        THEN json_build_object('latitude', l.latitude, 'longitude', l.longitude) END,
      'agents', coalesce((${AGENTS}), '[]'),
      'inspections', coalesce((${INSPECTIONS}), '[]'),
      'history', coalesce((${HISTORY}), '[]'),
      'timeZone', r.time_zone,
      'credit', coalesce(f.credit, ''),
      'version', l.version
    ) AS rest
    FROM ${CARD_TABLES}
    WHERE l.id = ${id}`;
}
