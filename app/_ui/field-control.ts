export type FieldTexts = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong, and what would be right; undefined is nothing. */
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  /** For a field whose label stands elsewhere already. */
  readonly isLabelHidden?: boolean;
};

/** What ties a control to the texts that Field shows around it, and to others by their ids. */
export function fieldControl(
  id: string,
  { hint, error, isRequired = false }: FieldTexts,
  others: readonly string[] = [],
) {
  const texts = [...others, hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`];
  return {
    id,
    required: isRequired,
    "aria-invalid": error === undefined ? undefined : true,
    "aria-describedby": texts.filter((text) => text !== "").join(" ") || undefined,
  };
}
