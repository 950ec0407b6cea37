/** What became of one parameter's text: its value, or why it has none, as a sentence that ends with what to write. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

/** One parameter: its value when not given, how its text is read, and its one spelling (null: nothing to write). */
export type SearchField<T> = {
  readonly absent: T;
  read(text: string): Reading<T>;
  write(value: T): string | null;
};

export function accept<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function refuse(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

/** A text as a reason shows it back: quoted, and cut after 40 characters. */
export function quoted(text: string): string {
  return text.length > 40 ? `"${text.slice(0, 40)}…"` : `"${text}"`;
}
