import { findAskedWords } from "@/lib/listings/asked-words";
import { searchListings } from "@/lib/listings/queries";
import { type ListingSearch, parseSearch } from "@/lib/listings/search";
import type { SearchCursor } from "@/lib/listings/search-cursor";
import { inspectionStep } from "@/lib/listings/search-moments";
import { type PageRow, pageStatement } from "@/lib/listings/search-page-statement";
import { runtime } from "@/lib/platform/runtime";

/** The search that a query of the API asks for. */
export function search(query: string): ListingSearch {
  const parse = parseSearch(new URLSearchParams(query));
  if (!parse.ok) throw new Error(`${query}: ${JSON.stringify(parse.issues)}`);
  return parse.search;
}

const PAGES_MAX = 200;

/** The ids that a search finds, page after page, with something done between any two. */
export async function walk(
  first: ListingSearch,
  between: (seen: readonly number[]) => Promise<void> = async () => {},
): Promise<readonly number[]> {
  const seen: number[] = [];
  let page = await searchListings(first);
  for (let pages = 1; pages <= PAGES_MAX; pages++) {
    seen.push(...page.items.map(({ id }) => id));
    if (page.next === null) return seen;
    await between(seen);
    page = await searchListings({ ...first, after: page.next });
  }
  throw new Error("There is no end to these pages.");
}

/** As walk(), but each page is read as if very many listings were found: in the order of an index, as far as there is one. */
export async function walkAsOfMany(
  first: ListingSearch,
  between: (seen: readonly number[]) => Promise<void> = async () => {},
): Promise<readonly number[]> {
  const seen: number[] = [];
  let cursor: SearchCursor | null = null;
  for (let pages = 1; pages <= PAGES_MAX; pages++) {
    const now = new Date();
    const inspectedFrom: Date = new Date(cursor?.inspectedFromMs ?? inspectionStep(now));
    const asked: Parameters<typeof pageStatement>[1] = {
      cursor,
      now,
      words: await findAskedWords(first),
      inspectedFrom,
      found: Number.MAX_SAFE_INTEGER,
    };
    const rows: PageRow[] = await runtime().database.$queryRaw(pageStatement(first, asked));
    const found: PageRow["items"] = rows[0]?.items ?? [];
    const items = found.slice(0, first.limit);
    seen.push(...items.map(({ card }) => card.id));
    const last = items.at(-1);
    if (last === undefined || found.length <= first.limit) return seen;
    await between(seen);
    cursor = { keys: last.keys, id: last.card.id, inspectedFromMs: inspectedFrom.getTime() };
  }
  throw new Error("There is no end to these pages.");
}
