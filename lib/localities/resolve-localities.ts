import "server-only";
import { AppError } from "@/lib/errors";
import { LOCALITIES_LOCK } from "@/lib/localities/commands";
import { distanceKm } from "@/lib/localities/distance";
import { hasPostcode, type KnownPlace, PlaceIndex } from "@/lib/localities/place-index";
import type { PostgresClient } from "@/lib/platform/postgres-client";

/** A locality that rows of a feed name; the coordinates are the middle of those rows, null when they have none. */
export type WantedLocality = {
  readonly name: string;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

export type ResolveOptions = { readonly region: string; readonly create: boolean };
export type ResolvedLocality = { readonly id: number } | { readonly reason: string };
export type ResolveLocalities = (
  client: PostgresClient,
  options: ResolveOptions,
  wanted: readonly WantedLocality[],
) => Promise<{ readonly found: readonly ResolvedLocality[]; readonly createdCount: number }>;

/**
 * The localities of a region by name and postcode, in the order of `wanted`; with `create`, those that are missing are made. Runs in the
 * caller's transaction. AppError not_found when there is no such region.
 */
export const resolveLocalities: ResolveLocalities = async (client, { region, create }, wanted) => {
  await client.query("SELECT pg_advisory_xact_lock($1)", [LOCALITIES_LOCK]);
  const regionId = await findRegion(client, region);
  const index = new PlaceIndex(await readPlaces(client, regionId));
  const choices = wanted.map((locality) => {
    const place = choose(index.named(regionId, locality.name), locality);
    if (place !== null) return place;
    return create ? make(index, regionId, locality) : `is no known locality of ${region} with this postcode`;
  });
  const ids = await insertPlaces(client, choices.filter(isNew));
  const found = choices.map((choice) => {
    if (typeof choice === "string") return { reason: choice };
    const id = choice.id ?? ids.get(choice.slug);
    return id === undefined ? { reason: "could not be made" } : { id };
  });
  return { found, createdCount: ids.size };
};

async function findRegion(client: PostgresClient, slug: string): Promise<number> {
  const { rows } = await client.query<{ id: number }>("SELECT id FROM region WHERE slug = $1", [slug]);
  const [region] = rows;
  if (region) return region.id;
  const known = await client.query<{ slug: string }>("SELECT slug FROM region ORDER BY slug");
  const slugs = known.rows.map((row) => row.slug).join(", ");
  throw new AppError("not_found", `The portal has no region ${slug}; the mapping may name ${slugs}.`);
}

async function readPlaces(client: PostgresClient, regionId: number): Promise<KnownPlace[]> {
  const { rows } = await client.query<KnownPlace>(
    `SELECT id, region_id AS "regionId", slug, name, postcode, extra_postcodes AS "extraPostcodes", latitude, longitude
     FROM locality WHERE region_id = $1`,
    [regionId],
  );
  return rows;
}

/** Of the places of a name, the one with the postcode; of several, the nearest to the rows that name it. */
function choose(
  named: readonly KnownPlace[],
  { postcode, latitude, longitude }: WantedLocality,
): KnownPlace | null {
  const fitting = named.filter((place) => postcode === null || hasPostcode(place, postcode));
  const open = named.filter((place) => place.postcode === null);
  const candidates = fitting.length > 0 ? fitting : open;
  if (latitude === null || longitude === null)
    return candidates.length === 1 ? (candidates[0] ?? null) : null;
  const distance = (place: KnownPlace) => distanceKm(place, { latitude, longitude });
  return [...candidates].sort((one, other) => distance(one) - distance(other))[0] ?? null;
}

function make(index: PlaceIndex, regionId: number, wanted: WantedLocality): KnownPlace | string {
  const { name, postcode, latitude, longitude } = wanted;
  if (latitude === null || longitude === null)
    return "is a new locality, and its rows have no coordinates to place it by";
  return index.add({ regionId, name, postcode, extraPostcodes: [], latitude, longitude });
}

function isNew(choice: KnownPlace | string): choice is KnownPlace {
  return typeof choice !== "string" && choice.id === null;
}

async function insertPlaces(
  client: PostgresClient,
  places: readonly KnownPlace[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ slug: string; id: number }>(
    `INSERT INTO locality (region_id, slug, name, postcode, latitude, longitude)
     SELECT "regionId", slug, name, postcode, latitude, longitude
     FROM jsonb_to_recordset($1::jsonb)
       AS place ("regionId" integer, slug text, name text, postcode text, latitude double precision, longitude double precision)
     RETURNING slug, id`,
    [JSON.stringify(places)],
  );
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}
