import type { FieldIssue } from "@/lib/errors";
import type { ListingSearch } from "@/lib/listings/search";
import type { Parameter } from "@/lib/listings/search-parameters";

/** What one parameter asks of others: when they do not give it, why it is refused, and what it falls back to. */
type Rule = {
  readonly field: Parameter;
  readonly needs: readonly Parameter[];
  readonly isBroken: (search: ListingSearch) => boolean;
  readonly reason: string;
  readonly fallBack: Partial<ListingSearch>;
};

const NEWEST: Partial<ListingSearch> = { sort: "newest" };

const RULES: readonly Rule[] = [
  {
    field: "around",
    needs: ["locality"],
    isBroken: ({ aroundKm, localities }) => aroundKm !== null && localities.length === 0,
    reason: "It needs a locality to be around of: give one, or leave it out.",
    fallBack: { aroundKm: null },
  },
  {
    field: "open",
    needs: ["channel"],
    isBroken: ({ open, channel }) => open !== null && channel === "sold",
    reason: "What is sold is not open for inspection: leave it out, or search channel buy or rent.",
    fallBack: { open: null },
  },
  {
    field: "sort",
    needs: ["channel"],
    isBroken: ({ sort, channel }) => sort === "inspection" && channel === "sold",
    reason: "What is sold is not inspected: sort by newest, or search channel buy or rent.",
    fallBack: NEWEST,
  },
  {
    field: "sort",
    needs: ["locality", "bounds", "area"],
    isBroken: ({ sort, localities, bounds, area }) =>
      sort === "nearest" && localities.length === 0 && bounds === null && area === null,
    reason: "There is nothing to be near to: give a locality, bounds or an area, or sort by newest.",
    fallBack: NEWEST,
  },
  {
    field: "sort",
    needs: ["keywords"],
    isBroken: ({ sort, keywords }) => sort === "match" && keywords.length === 0,
    reason: "There are no words to match: give keywords, or sort by newest.",
    fallBack: NEWEST,
  },
];

/** What is wrong with a search as a whole. A rule whose parameters have issues of their own says nothing: what they asked for is not known. */
export function ruleIssues(search: ListingSearch, issues: readonly FieldIssue[]): readonly FieldIssue[] {
  const isUnread = (name: string) => issues.some(({ field }) => field === name);
  return RULES.filter((rule) => rule.isBroken(search) && !rule.needs.some(isUnread)).map(
    ({ field, reason }) => ({ field, reason }),
  );
}

/** The search without what the rest of it gives no ground for. */
export function keepRules(search: ListingSearch): ListingSearch {
  let kept = search;
  for (const { isBroken, fallBack } of RULES) if (isBroken(kept)) kept = { ...kept, ...fallBack };
  return kept;
}
