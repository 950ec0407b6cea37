import "server-only";
import type { LoadContext } from "@/lib/cache/load-scope";
import { correctionsOf, findAskedWords, type Premises } from "@/lib/listings/asked-words";
import { cardTag, cardTags, UNKNOWN_NAME_TAGS, VOCABULARY_TAG } from "@/lib/listings/freshness";
import { toCard } from "@/lib/listings/listing-row";
import type { ListingSearch } from "@/lib/listings/search";
import type { Answered, SearchCounts, SearchOptions, SearchPage } from "@/lib/listings/search-answers";
import type { Circumstances } from "@/lib/listings/search-circumstances";
import { countSearch } from "@/lib/listings/search-counts";
import { type CountsRow, countsStatement } from "@/lib/listings/search-counts-statement";
import { type SearchCursor, writeCursor } from "@/lib/listings/search-cursor";
import { inspectionStep, inspectionStepUntilMs, newUntilMs } from "@/lib/listings/search-moments";
import { unknownNames } from "@/lib/listings/search-names";
import { isOpenCounted, type OptionsRow, optionsStatement } from "@/lib/listings/search-options-statement";
import { pricesShown } from "@/lib/listings/search-page-prices";
import { type PageRow, pageStatement } from "@/lib/listings/search-page-statement";
import { type Aspect, aspectsOf, searchTags, spanAspects } from "@/lib/listings/search-tags";
import { cacheHost } from "@/lib/platform/cache-host";
import { runtime } from "@/lib/platform/runtime";
import type { Prisma } from "@/prisma/generated/client";

export function loadCounts(search: ListingSearch, context: LoadContext): Promise<Answered<SearchCounts>> {
  return load<CountsRow, SearchCounts>(search, context, {
    aspects: aspectsOf(search),
    statement: (premises) => countsStatement(search, premises),
    // Its facets count what is new.
    untilMs: (now) => newUntilMs(search, now),
    read: ({ groups }, { words }) => ({ ...countSearch(search, groups), corrections: correctionsOf(words) }),
  });
}

export function loadPage(
  search: ListingSearch,
  { cursor, found }: { readonly cursor: SearchCursor | null; readonly found: number },
  context: LoadContext,
): Promise<Answered<SearchPage>> {
  const isByInspection = search.sort === "inspection";
  const inspectedFrom = (now: Date) => new Date(cursor?.inspectedFromMs ?? inspectionStep(now));
  return load<PageRow, SearchPage>(search, context, {
    aspects: [...aspectsOf(search), ...(search.sort === "inspection" ? (["search-open"] as const) : [])],
    statement: (premises) =>
      pageStatement(search, { ...premises, cursor, inspectedFrom: inspectedFrom(premises.now), found }),
    untilMs: (now) =>
      Math.min(
        search.newWithinDays === null ? Number.POSITIVE_INFINITY : newUntilMs(search, now),
        isByInspection && cursor === null ? inspectionStepUntilMs(now) : Number.POSITIVE_INFINITY,
      ),
    async read(row, { now }) {
      // Also of the one beyond the page: that it is there is what `next` says.
      context.addTags(...row.items.flatMap(({ card, ids }) => [cardTag(card.id), ...cardTags(ids)]));
      const shown = spanAspects(pricesShown(search, { cursor, items: row.items }));
      context.addTags(...searchTags(search, row.found, shown));
      const items = row.items.slice(0, search.limit);
      const last = row.items.length > search.limit ? items.at(-1) : undefined;
      const inspectedFromMs = isByInspection ? inspectedFrom(now).getTime() : null;
      const next =
        last && (await writeCursor(search, { keys: last.keys, id: last.card.id, inspectedFromMs }));
      return { items: items.map(({ card }) => toCard(card)), next: next ?? null };
    },
  });
}

export function loadOptions(search: ListingSearch, context: LoadContext): Promise<Answered<SearchOptions>> {
  return load<OptionsRow, SearchOptions>(search, context, {
    aspects: [
      ...aspectsOf(search),
      "search-text",
      ...(isOpenCounted(search) ? ["search-open" as const] : []),
    ],
    statement: (premises) => optionsStatement(search, premises),
    untilMs: (now) => (search.newWithinDays === null ? Number.POSITIVE_INFINITY : newUntilMs(search, now)),
    read: ({ features, openThisWeekend }) => ({ features, openThisWeekend }),
  });
}

/** What an answer turns on, how it is asked for, until when it is right beside the day's end, and how it is read. */
type Loading<Row, T> = {
  readonly aspects: readonly Aspect[];
  readonly statement: (premises: Premises) => Prisma.Sql;
  readonly untilMs: (now: Date) => number;
  readonly read: (row: Row, premises: Premises) => T | Promise<T>;
};

async function load<Row extends Circumstances, T>(
  search: ListingSearch,
  context: LoadContext,
  { aspects, statement, untilMs, read }: Loading<Row, T>,
): Promise<Answered<T>> {
  const words = await findAskedWords(search);
  const now = new Date();
  const [row] = await runtime().database.$queryRaw<Row[]>(statement({ now, words }));
  if (row === undefined) throw new Error("A statement without a FROM clause answered no row.");
  const issues = unknownNames(search, row.found);
  if (issues.length > 0) {
    context.addTags(...UNKNOWN_NAME_TAGS);
    return { kind: "unknown-names", issues };
  }
  context.addTags(...searchTags(search, row.found, aspects));
  if (correctionsOf(words).length > 0) context.addTags(VOCABULARY_TAG);
  const lastsMs = Math.min(untilMs(now), row.dayUntilMs ?? Number.POSITIVE_INFINITY) - now.getTime();
  // On the cache's clock, which is not the one by which people live: that one may be set, and runs while a machine sleeps.
  context.expiresAt(cacheHost.now() + lastsMs);
  return { kind: "answer", answer: await read(row, { now, words }) };
}
