import "server-only";
import type { ListingSearch } from "@/lib/listings/search";
import type { Correction } from "@/lib/listings/search-answers";
import { isStopWord } from "@/lib/listings/stop-words";
import { runtime } from "@/lib/platform/runtime";
import { Prisma } from "@/prisma/generated/client";

/** From so many letters on, a word also stands for those that it begins. */
const PREFIX_LENGTH_MIN = 3;
/** Of their trigrams: what is less alike is another word. */
const ALIKE_MIN = 0.4;
/** What is clearly less alike than the most alike does not stand in beside it. */
const ALIKE_TO_BEST_MIN = 0.8;
const ALIKE_MAX = 3;

/** A keyword, with what listings say it by. */
export type AskedWord = {
  readonly word: string;
  /** What listing_search.words has of a listing with the word or with what stands for it. */
  readonly codes: readonly number[];
  /** What it has of one with them in its headline. */
  readonly headlineCodes: readonly number[];
  /** The stems that stand in for a word that no listing ever had; null where some had it. */
  readonly instead: readonly string[] | null;
};

/** What a search is asked with beside itself. */
export type Premises = { readonly now: Date; readonly words: readonly AskedWord[] };

/** The keywords that say something. */
function tellingWords({ keywords }: ListingSearch): readonly string[] {
  return keywords.filter((word) => !isStopWord(word));
}

/**
 * What the keywords of a search stand for: the stems of the vocabulary that they are or begin; or, when no listing ever had one of those,
 * the stems most alike.
 *
 * A statement of its own, so that what it answers is known when the search is planned: how many listings have a word decides by which index
 * they are found. A word that comes between the two statements comes with a listing, which the search is then told of by its tags.
 */
export async function findAskedWords(search: ListingSearch): Promise<readonly AskedWord[]> {
  const words = tellingWords(search);
  return words.length === 0 ? [] : runtime().database.$queryRaw<AskedWord[]>(askedWordsStatement(words));
}

function askedWordsStatement(words: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT word, told.instead,
      ARRAY(SELECT hashtext(stem) FROM unnest(told.stems) stem ORDER BY 1) AS codes,
      ARRAY(SELECT hashtext('headline:' || stem) FROM unnest(told.stems) stem ORDER BY 1) AS "headlineCodes"
    FROM unnest(${[...words]}::text[]) WITH ORDINALITY asked (word, nth)
    CROSS JOIN LATERAL (SELECT search_stems(word) AS stems) own
    CROSS JOIN LATERAL (
      SELECT count(*) > 0 AS is_any, array_agg(DISTINCT stem) AS stems FROM (
        SELECT stem FROM search_word WHERE stem = ANY (own.stems)
        UNION ALL
        -- As LIKE word || '%', which an index serves only when the word is known at planning.
        SELECT stem FROM search_word
        WHERE length(word) >= ${PREFIX_LENGTH_MIN} AND stem >= word AND stem < word || chr(1114111)
      ) beginning
    ) known
    LEFT JOIN LATERAL (
      SELECT array_agg(stem ORDER BY alike DESC, stem) AS stems FROM (
        SELECT stem, alike, max(alike) OVER () AS best
        FROM (
          SELECT DISTINCT stem, similarity(stem, own.stems[1]) AS alike FROM search_word
          WHERE NOT known.is_any AND stem % own.stems[1]
        ) near
        WHERE alike >= ${ALIKE_MIN} ORDER BY alike DESC, stem LIMIT ${ALIKE_MAX}
      ) nearest WHERE alike >= best * ${ALIKE_TO_BEST_MIN}
    ) alike ON true
    CROSS JOIN LATERAL (
      SELECT CASE WHEN NOT known.is_any THEN coalesce(alike.stems, '{}') END AS instead, coalesce(known.stems, alike.stems, '{}') AS stems
    ) told
    ORDER BY nth`;
}

/** The words that something else stands in for. */
export function correctionsOf(words: readonly AskedWord[]): readonly Correction[] {
  return words.flatMap(({ word, instead }) => (instead === null ? [] : [{ word, instead }]));
}

/** Whether the listing of `s` has all the words, or what stands for them. */
export function hasWords(words: readonly AskedWord[]): Prisma.Sql {
  return hasAll(words.map(({ codes }) => codes));
}

/** Whether the headline of the listing of `s` has them. */
export function hasWordsInHeadline(words: readonly AskedWord[]): Prisma.Sql {
  return hasAll(words.map(({ headlineCodes }) => headlineCodes));
}

function hasAll(codesOfEach: readonly (readonly number[])[]): Prisma.Sql {
  if (codesOfEach.length === 0) return Prisma.sql`true`;
  return Prisma.join(
    codesOfEach.map((codes) => Prisma.sql`s.words && ${integers(codes)}`),
    " AND ",
  );
}

/** Written out, not a parameter: Postgres may plan a statement that is asked often without its parameters. */
function integers(values: readonly number[]): Prisma.Sql {
  if (!values.every(Number.isInteger)) throw new Error("These are no whole numbers.");
  return Prisma.raw(`'{${values.join(",")}}'::int[]`);
}
