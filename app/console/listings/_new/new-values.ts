import type { Edited } from "@/app/console/listings/_edit/edited-listing";
import { ListingInput } from "@/lib/listings/listing-input";

/** What is sent to make the listing: what was typed, and what the controls show without having been touched. */
export function newValues({ listing, changes }: Edited): Readonly<Record<string, unknown>> {
  const { offer, propertyType, headline, priceDisplay } = listing.fields;
  const sent = { offer, propertyType, headline, priceDisplay, ...changes };
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
}

/** What is wrong with it, by field. */
export function newProblems(edited: Edited): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  for (const { path, message } of ListingInput.safeParse(newValues(edited)).error?.issues ?? []) {
    const field = String(path[0] ?? "");
    if (!problems.has(field)) problems.set(field, message);
  }
  return problems;
}
