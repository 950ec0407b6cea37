import "server-only";
import type { ListingSearch } from "@/lib/listings/search";
import { isStopWord } from "@/lib/listings/stop-words";
import { Prisma } from "@/prisma/generated/client";

/** From so many letters on, a word also stands for those that it begins. */
const PREFIX_LENGTH_MIN = 3;
/** Of their trigrams: what is less alike is another word. */
const ALIKE_MIN = 0.4;
/** What is clearly less alike than the most alike does not stand in beside it. */
const ALIKE_TO_BEST_MIN = 0.8;
const ALIKE_MAX = 3;

/** The keywords that say something. */
export function tellingWords({ keywords }: ListingSearch): readonly string[] {
  return keywords.filter((word) => !isStopWord(word));
}

/**
 * What the keywords stand for, as the common table expression asked_word (word, stems, instead): the word's own stems and those of the
 * vocabulary that it begins; or, when no listing ever had any of them, those most alike, which `instead` then names too (else null).
 */
export function askedWord(words: readonly string[]): Prisma.Sql {
  return Prisma.sql`asked_word AS MATERIALIZED (
    SELECT word, own.stems || coalesce(known.stems, alike.stems, '{}') AS stems,
      CASE WHEN known.stems IS NULL THEN coalesce(alike.stems, '{}') END AS instead
    FROM unnest(${[...words]}::text[]) word
    CROSS JOIN LATERAL (SELECT search_stems(word) AS stems) own
    CROSS JOIN LATERAL (
      SELECT array_agg(DISTINCT stem) AS stems FROM (
        SELECT stem FROM search_word WHERE stem = ANY (own.stems)
        UNION ALL
        -- As LIKE word || '%', which an index serves only when the word is known at planning.
        SELECT stem FROM search_word
        WHERE length(word) >= ${PREFIX_LENGTH_MIN} AND stem ~>=~ word AND stem ~<~ (word || chr(1114111))
      ) beginning
    ) known
    LEFT JOIN LATERAL (
      SELECT array_agg(stem ORDER BY alike DESC, stem) AS stems FROM (
        SELECT stem, alike, max(alike) OVER () AS best
        FROM (SELECT DISTINCT stem, similarity(stem, own.stems[1]) AS alike FROM search_word WHERE stem % own.stems[1]) near
        WHERE alike >= ${ALIKE_MIN} ORDER BY alike DESC, stem LIMIT ${ALIKE_MAX}
      ) nearest WHERE alike >= best * ${ALIKE_TO_BEST_MIN}
    ) alike ON known.stems IS NULL)`;
}

/** Whether the listing of `s` has the word, or what stands for it. Needs asked_word. */
export function hasWord(word: string): Prisma.Sql {
  return Prisma.sql`s.words && ARRAY(SELECT hashtext(stem) FROM asked_word, unnest(stems) stem WHERE word = ${word})`;
}

/** Whether the headline of the listing of `s` has it. Needs asked_word. */
export function hasWordInHeadline(word: string): Prisma.Sql {
  return Prisma.sql`s.words && ARRAY(SELECT hashtext('headline:' || stem) FROM asked_word, unnest(stems) stem WHERE word = ${word})`;
}
