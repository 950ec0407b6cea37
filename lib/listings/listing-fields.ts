import type { RowChanges } from "@/lib/listings/listing-transition";

/** Values of a listing's fields under the names that people, the audit and the console use (`locality`, not `localityKey`). */
export type Values = Readonly<Record<string, unknown>>;

/** What is changed by its own name elsewhere, and what a command neither sets nor tells. */
const UNTOLD: ReadonlySet<string> = new Set([
  "id",
  "version",
  "channel",
  "timeZone",
  "localityKey",
  "agencySlug",
]);

/** The fields of a stored listing, or of changes to one, that a command may set. */
export function valuesOf(stored: RowChanges): Values {
  const { localityKey, agencySlug } = stored;
  const told = Object.entries(stored).filter(([field]) => !UNTOLD.has(field));
  return {
    ...Object.fromEntries(told),
    ...(localityKey === undefined ? {} : { locality: localityKey }),
    ...(agencySlug === undefined ? {} : { agency: agencySlug }),
  };
}

/** The other way round: values of the audit as changes of a stored listing. */
export function changesOf({ locality, agency, ...values }: Values): RowChanges {
  return {
    ...values,
    ...(locality === undefined ? {} : { localityKey: locality }),
    ...(agency === undefined ? {} : { agencySlug: agency }),
    // The audit holds what valuesOf made of this type; the database's constraints look once more.
  } as RowChanges;
}
