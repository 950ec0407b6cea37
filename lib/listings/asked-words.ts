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
 * What the keywords stand for beside themselves, as the common table expression asked_word (word, others, instead): the stems of the
 * vocabulary that the word begins; or, when no listing ever had one of those or the word itself, the stems most alike, which `instead`
 * then names too (else null).
 */
export function askedWord(words: readonly string[]): Prisma.Sql {
  return Prisma.sql`asked_word AS MATERIALIZED (
    SELECT word, coalesce(known.others, alike.stems, '{}') AS others, CASE WHEN NOT known.is_any THEN coalesce(alike.stems, '{}') END AS instead
    FROM unnest(${[...words]}::text[]) word
    CROSS JOIN LATERAL (SELECT search_stems(word) AS stems) own
    CROSS JOIN LATERAL (
      SELECT count(*) > 0 AS is_any, array_agg(DISTINCT stem) FILTER (WHERE stem <> ALL (own.stems)) AS others FROM (
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
    ) alike ON true)`;
}

/** Whether the listing of `s` has all the words, or what stands for them. Needs asked_word. */
export function hasWords(words: readonly string[]): Prisma.Sql {
  return areCoded(words, Prisma.sql`''`);
}

/** Whether the headline of the listing of `s` has them. Needs asked_word. */
export function hasWordsInHeadline(words: readonly string[]): Prisma.Sql {
  return areCoded(words, Prisma.sql`'headline:'`);
}

/**
 * Of several words the index looks up what has them all. Of a single one what is known of it as the statement is planned stands apart: it
 * tells how many listings have it, and so whether the index is of use.
 */
function areCoded(words: readonly string[], prefix: Prisma.Sql): Prisma.Sql {
  const conditions = words.map((word) => {
    const own = Prisma.sql`search_codes(${prefix}, ${word})`;
    const others = Prisma.sql`ARRAY(SELECT hashtext(${prefix} || stem) FROM asked_word, unnest(others) stem WHERE word = ${word})`;
    return words.length === 1
      ? Prisma.sql`(s.words && ${own} OR s.words && ${others})`
      : Prisma.sql`s.words && (${own} || ${others})`;
  });
  return words.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " AND ");
}
