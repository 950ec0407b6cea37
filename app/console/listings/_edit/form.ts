import type { EditableListing } from "@/lib/listings/editable-listing";
import type { LocalityRef } from "@/lib/localities/locality";

/** What the sections of the editor work on. */
export type Form = {
  readonly listing: EditableListing;
  /** Whether the listing is not made yet. */
  readonly isNew: boolean;
  /** The suburb that is chosen, saved or not. */
  readonly place: LocalityRef | null;
  readonly value: (field: string) => unknown;
  readonly set: (field: string, value: unknown) => void;
  /** What is wrong with a field, as a sentence; undefined while nobody has finished with it. */
  readonly error: (field: string) => string | undefined;
};

/** The text that a field holds. */
export function textIn(form: Form, field: string): string {
  const value = form.value(field);
  return typeof value === "string" ? value : "";
}

/** What a field has several of; what a draft holds there in another shape is none. */
export function listIn<T>(form: Form, field: string): readonly T[] {
  const value = form.value(field);
  // Of a field of LISTING_PARTS, whose drafts the editor itself wrote.
  return Array.isArray(value) ? (value as readonly T[]) : [];
}
