import type { AuditChange } from "@/lib/audit/audit-entry";
import type { Values } from "@/lib/listings/listing-fields";

/**
 * One field on which two people may differ: what it was when the second began (`base`; absent when nobody can tell), what it is now, and what
 * the second wants it to be. `mine` equals `base` where only the others touched it.
 */
export type FieldConflict = {
  readonly field: string;
  readonly base?: unknown;
  readonly theirs: unknown;
  readonly mine?: unknown;
};

/** Both sides of a refused change. The second person chooses, and sends the choice with `version`. */
export type ListingConflict = {
  readonly version: number;
  /** Who changed it last, and when (ISO); null when that was no command but a feed or somebody at the database. */
  readonly changedBy: string | null;
  readonly changedAt: string | null;
  /** Whether every change since is known: else `fields` may lack some, and the listing is to be looked at anew. */
  readonly isComplete: boolean;
  readonly fields: readonly FieldConflict[];
};

type Sides = {
  readonly current: Values;
  /** What the others did, oldest first. */
  readonly changes: readonly AuditChange[];
  readonly wanted: Values;
  readonly isComplete: boolean;
};

/** Every field that the others touched or the caller wants to set, by name. */
export function fieldConflicts({ current, changes, wanted, isComplete }: Sides): FieldConflict[] {
  const bases = new Map<string, unknown>();
  for (const change of changes)
    for (const [field, { from }] of Object.entries(change)) if (!bases.has(field)) bases.set(field, from);
  const fields = [...new Set([...bases.keys(), ...Object.keys(wanted)])].sort();
  return fields.map((field) => {
    // What nobody touched is what it was, provided that all are known who could have.
    const known = bases.has(field) ? [bases.get(field)] : isComplete ? [current[field]] : [];
    const base = isComplete && known.length > 0 ? { base: known[0] } : {};
    const mine = field in wanted ? { mine: wanted[field] } : "base" in base ? { mine: base.base } : {};
    return { field, ...base, theirs: current[field], ...mine };
  });
}
