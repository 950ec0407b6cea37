import type { EditableListing } from "@/lib/listings/editable-listing";
import { ListingChanges } from "@/lib/listings/listing-input";
import { ListingRow } from "@/lib/listings/listing-limits";

/** What somebody has typed and not saved, by field, right or wrong. */
export type Changes = Readonly<Record<string, unknown>>;

/** A listing in an editor: as it was read, and what is typed over it. */
export type Edited = {
  readonly listing: EditableListing;
  /** The version that the changes are made on; older than the listing's when somebody else has saved since. */
  readonly version: number;
  readonly changes: Changes;
  /** Counts up when the controls have to take their values anew. */
  readonly generation: number;
};

export function valueIn({ listing, changes }: Edited, field: string): unknown {
  return field in changes ? changes[field] : listing.fields[field];
}

/** The same with one more field typed; what is again as it was saved is no change. */
export function typedIn(edited: Edited, field: string, value: unknown): Edited {
  const { [field]: _, ...others } = edited.changes;
  const isBack = isSame(value, edited.listing.fields[field]);
  return { ...edited, changes: isBack ? others : { ...others, [field]: value } };
}

/**
 * The listing as it was saved, as `version`: what was typed while it was on its way stays typed, and is made on that version, though somebody may have saved another since. Controls are made anew only where the server gave a field
 * another value than was sent, so that nobody is thrown out of the one they are in.
 */
export function savedIn(
  edited: Edited,
  { listing, version, sent }: { listing: EditableListing; version: number; sent: Changes },
): Edited {
  const left = Object.entries(edited.changes).filter(
    ([field, value]) =>
      !(field in sent && isSame(value, sent[field])) && !isSame(value, listing.fields[field]),
  );
  const isAsSent = Object.entries(listing.fields).every(
    ([field, value]) => field in sent || isSame(value, edited.listing.fields[field]),
  );
  const generation = edited.generation + (isAsSent ? 0 : 1);
  const base = left.length === 0 ? listing.version : version;
  return { listing, version: base, changes: Object.fromEntries(left), generation };
}

/** Something else altogether: other changes, or another listing below them. */
export function replacedIn(edited: Edited, next: Partial<Omit<Edited, "generation">>): Edited {
  return { ...edited, ...next, generation: edited.generation + 1 };
}

/** What is wrong with what is typed, by field, as the server would say it. */
export function problemsIn({ listing, changes }: Edited): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  const typed = ListingChanges.safeParse(changes);
  const whole = ListingRow.safeParse({ ...listing.fields, ...changes });
  for (const { path, message } of [...(typed.error?.issues ?? []), ...(whole.error?.issues ?? [])]) {
    const field = String(path[0] ?? "");
    const isOurs = field in changes || field in ListingChanges.shape;
    if (isOurs && !problems.has(field)) problems.set(field, message);
  }
  return problems;
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
