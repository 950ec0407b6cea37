import type { ListingSearch } from "@/lib/listings/search";
import type { Correction, SearchCounts } from "@/lib/listings/search-answers";

const SEVERAL_CURRENCIES = "These prices are in several currencies; each is compared in its own.";

/** What people should know of a search beside its results, as sentences; null when there is nothing. */
export function noticeOf(
  search: ListingSearch,
  { corrections, currencies }: Pick<SearchCounts, "corrections" | "currencies">,
): string | null {
  const sentences = corrections.map(correctionWords);
  if (comparesPrices(search) && currencies.length > 1) sentences.push(SEVERAL_CURRENCIES);
  return sentences.join(" ") || null;
}

function comparesPrices({ price, sort }: ListingSearch): boolean {
  return price !== null || sort === "price-up" || sort === "price-down";
}

function correctionWords({ word, instead }: Correction): string {
  const shown = instead.map((stem) => `“${stem}”`).join(", ");
  return shown === "" ? `Nothing has “${word}”.` : `Nothing has “${word}”; showing ${shown}.`;
}
