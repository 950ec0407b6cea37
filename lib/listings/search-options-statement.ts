import "server-only";
import type { Premises } from "@/lib/listings/asked-words";
import { isOpen } from "@/lib/listings/open-window";
import type { ListingSearch } from "@/lib/listings/search";
import type { FeatureCount } from "@/lib/listings/search-answers";
import { type Circumstances, circumstances } from "@/lib/listings/search-circumstances";
import { isNarrow, searchConditions } from "@/lib/listings/search-conditions";
import { Prisma } from "@/prisma/generated/client";

const FEATURES_MAX = 12;

/** The one row that the statement answers. */
export type OptionsRow = Circumstances & {
  readonly features: readonly FeatureCount[];
  /** null where it was not counted. */
  readonly openThisWeekend: number | null;
};

/** What else could be asked of what a search finds, as one statement. */
export function optionsStatement(search: ListingSearch, premises: Premises): Prisma.Sql {
  const { now } = premises;
  const { asked, all } = searchConditions(search, premises);
  return Prisma.sql`
    WITH ${asked}, hit AS MATERIALIZED (
      SELECT s.id, s.locality_id, s.open_until, s.open_days, ${featuresOf(search)} AS features FROM listing_search s WHERE ${all})
    SELECT ${circumstances(search, now, { asksDays: search.open !== null || isOpenCounted(search) })}, ${countOpen(search, now)} AS "openThisWeekend",
      coalesce((SELECT json_agg(json_build_object('slug', slug, 'label', label, 'count', count) ORDER BY count DESC, slug) FROM (
        SELECT slug, label, count
        FROM (SELECT code, count(*) AS count FROM (SELECT unnest(features) AS code FROM hit) each GROUP BY code) counted,
          LATERAL (SELECT slug, label FROM search_feature f WHERE f.code = counted.code ORDER BY slug, label LIMIT 1) named
        ORDER BY count DESC, slug LIMIT ${FEATURES_MAX}
      ) frequent), '[]') AS features`;
}

/**
 * No index holds features. Where one finds little else than what is searched, the rows are fetched; elsewhere what is found is read from an
 * index first and fetched by its id, or every row that the index passes would be.
 */
function featuresOf(search: ListingSearch): Prisma.Sql {
  const isFetched = isNarrow(search) || search.keywords.length + search.features.length > 0;
  return isFetched
    ? Prisma.sql`s.features`
    : Prisma.sql`(SELECT features FROM listing_search WHERE id = s.id)`;
}

/** Of those that are asked to be open then, all are; of those open at another time, nobody asks. What is sold is not open. */
export function isOpenCounted({ channel, open }: ListingSearch): boolean {
  return channel !== "sold" && open === null;
}

function countOpen(search: ListingSearch, now: Date): Prisma.Sql {
  if (!isOpenCounted(search)) return Prisma.sql`NULL::int`;
  return Prisma.sql`(SELECT count(*)::int FROM hit s WHERE ${isOpen({ window: { kind: "weekend" }, now })})`;
}
