/** What a text may name of the listing, beside the columns of the file. */
const TEMPLATE_FIELDS = [
  ...["propertyType", "locality", "postcode", "street", "beds", "baths", "parking"],
  ...["price", "priceHigh", "soldPrice", "landAreaM2", "floorAreaM2"],
] as const;
type TemplateField = (typeof TEMPLATE_FIELDS)[number];

// Made once: a formatter for each number would take most of an import's time.
const NUMBERS = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

export type TemplateValues = {
  readonly fields: Readonly<Partial<Record<TemplateField, string | number | null>>>;
  readonly columns: Readonly<Record<string, string>>;
};

export type Template = {
  /** The columns of the file that it names. */
  readonly columns: readonly string[];
  /** The text, or null when something that it names has no value. */
  fill(values: TemplateValues): string | null;
};

/**
 * A text with placeholders: `{price}` is a field of the listing, a number with thousands separated ("221,900"); `{column.yr_built}`
 * is a column, as it is written. `onMistake` is told of a placeholder that means nothing.
 */
export function compileTemplate<T>(text: string, onMistake: (reason: string) => T): Template | T {
  const parts = text.split(/\{([^{}]*)\}/);
  const names = parts.filter((_, index) => index % 2 === 1);
  const wrong = names.find((placeholder) => !isField(placeholder) && !columnOf(placeholder));
  if (wrong !== undefined) {
    return onMistake(
      `names {${wrong}}; it may name {column.NAME} or ${TEMPLATE_FIELDS.map((field) => `{${field}}`).join(" ")}`,
    );
  }
  return {
    columns: names.flatMap((placeholder) => columnOf(placeholder) ?? []),
    fill(values) {
      const filled = parts.map((part, index) => (index % 2 === 0 ? part : valueIn(part, values)));
      return hasGap(filled) ? null : filled.join("");
    },
  };
}

function hasGap(filled: readonly string[]): boolean {
  return filled.some((part, index) => index % 2 === 1 && part === "");
}

function valueIn(placeholder: string, { fields, columns }: TemplateValues): string {
  if (!isField(placeholder)) return columns[columnOf(placeholder) ?? ""] ?? "";
  const value = fields[placeholder] ?? "";
  return typeof value === "number" ? NUMBERS.format(value) : value;
}

function columnOf(placeholder: string): string | undefined {
  return /^column\.(.+)$/.exec(placeholder)?.[1];
}

function isField(placeholder: string): placeholder is TemplateField {
  return TEMPLATE_FIELDS.some((field) => field === placeholder);
}
