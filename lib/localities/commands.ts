import "server-only";
import { type ListedPlace, mergePlaces } from "@/lib/localities/merge-places";
import { type KnownPlace, PlaceIndex } from "@/lib/localities/place-index";
import type { Database } from "@/lib/platform/prisma";

const MERGE_TIMEOUT_MS = 60_000;
const MERGE_WAIT_MS = 10_000;

/** Held for the length of a transaction by whoever adds localities, so that two do not take the same slug. */
export const LOCALITIES_LOCK = 72_707_401;

export type MergeCounts = {
  readonly created: number;
  readonly updated: number;
  readonly leftOut: number;
};

/**
 * Adds listed places to the localities, as mergePlaces says: what is there keeps its slug, name and coordinates for ever.
 * All or nothing, in one transaction.
 */
export function addPlaces(database: Database, listed: readonly ListedPlace[]): Promise<MergeCounts> {
  return database.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${LOCALITIES_LOCK}::bigint)`;
      const stored = await transaction.locality.findMany();
      const { created, updated, leftOut } = mergePlaces(new PlaceIndex(stored), listed);
      if (created.length > 0)
        await transaction.$executeRaw`
        INSERT INTO locality (region_id, slug, name, postcode, extra_postcodes, latitude, longitude)
        SELECT region_id, slug, name, postcode, extra_postcodes, latitude, longitude
        FROM jsonb_to_recordset(${toJson(created)}::jsonb)
          AS place (region_id integer, slug text, name text, postcode text, extra_postcodes text[],
                    latitude double precision, longitude double precision)`;
      if (updated.length > 0)
        await transaction.$executeRaw`
        UPDATE locality SET postcode = place.postcode, extra_postcodes = place.extra_postcodes
        FROM jsonb_to_recordset(${toJson(updated)}::jsonb)
          AS place (id integer, postcode text, extra_postcodes text[])
        WHERE locality.id = place.id`;
      return { created: created.length, updated: updated.length, leftOut: leftOut.length };
    },
    { timeout: MERGE_TIMEOUT_MS, maxWait: MERGE_WAIT_MS },
  );
}

function toJson(places: readonly KnownPlace[]): string {
  return JSON.stringify(
    places.map(({ id, regionId, slug, name, postcode, extraPostcodes, latitude, longitude }) => ({
      ...{ id, region_id: regionId, slug, name, postcode },
      ...{ extra_postcodes: extraPostcodes, latitude, longitude },
    })),
  );
}
