import type { Side } from "@/app/_ui/conflict/value-conflict";
import { isSame } from "@/app/console/listings/_edit/edited-listing";
import type { FieldConflict } from "@/lib/listings/field-conflicts";
import { ListingChanges } from "@/lib/listings/listing-input";

/** How a field stands between two editors: both want something else of it, only one touched it, or it is no longer to be chosen. */
export type Standing = "both" | "mine" | "theirs" | "settled";

export function standingOf(conflict: FieldConflict): Standing {
  const { field, theirs, mine } = conflict;
  if (!("mine" in conflict) || isSame(theirs, mine)) return "settled";
  if (!(field in ListingChanges.shape)) return "settled";
  if (!("base" in conflict)) return "both";
  if (isSame(mine, conflict.base)) return "theirs";
  return isSame(theirs, conflict.base) ? "mine" : "both";
}

/** What is chosen before anybody chooses: what only one of the two touched. */
export function firstChoices(fields: readonly FieldConflict[]): ReadonlyMap<string, Side> {
  const choices = new Map<string, Side>();
  for (const conflict of fields) {
    const standing = standingOf(conflict);
    if (standing === "mine" || standing === "theirs") choices.set(conflict.field, standing);
  }
  return choices;
}

/** The changes that a choice comes to, made on what the others left. */
export function chosenChanges(
  fields: readonly FieldConflict[],
  choices: ReadonlyMap<string, Side>,
): Readonly<Record<string, unknown>> {
  const mine = fields.filter((one) => standingOf(one) !== "settled" && choices.get(one.field) === "mine");
  return Object.fromEntries(mine.map((one) => [one.field, one.mine]));
}
