import { z } from "zod";
import { compileDayFormat } from "@/lib/feeds/day-format";
import { compileTemplate } from "@/lib/feeds/template";
import { LISTING_STATUSES, OFFERS, PROPERTY_TYPES } from "@/lib/listings/listing";

const name = z.string("must be text").min(1, "must not be empty");

/** A column of the file. `notGiven`: what is written there when there is no value, beside nothing at all. */
const column = z.strictObject(
  { column: name, notGiven: z.array(z.string()).default([]) },
  { error: (issue) => (issue.code === "invalid_type" ? "must be { column: NAME }" : undefined) },
);

/** Numbers are written plainly (1250000, 2.5, 1.225e+006); `thousands` names the separator of those that are not. */
const numberColumn = column.extend({ thousands: z.enum([",", ".", " ", "'"]).optional() });

export const SQUARE_METRES = { m2: 1, ft2: 0.09290304, acre: 4046.8564224, ha: 10_000 } as const;
const units = Object.keys(SQUARE_METRES).join(", ");
const areaColumn = numberColumn.extend({
  unit: z.custom<keyof typeof SQUARE_METRES>(
    (unit) => typeof unit === "string" && Object.hasOwn(SQUARE_METRES, unit),
    `must be one of ${units}`,
  ),
});

const dayColumn = column.extend({
  format: z
    .string()
    .default("yyyy-MM-dd")
    .transform(
      (format, context) =>
        compileDayFormat(format) ??
        refuse(
          context,
          "must hold yyyy, MM and dd once each, and may hold HH, mm and ss; other letters stand in quotes ('T')",
        ),
    ),
});

/** One value for every row, or a column whose values are translated. */
function choice<const T extends readonly string[]>(values: T) {
  const known = values.join(", ");
  const value = z.enum(values, { error: `must be one of ${known}` });
  const translated = column.extend({ values: z.record(z.string(), value) });
  const error = `must be one of ${known}, or { column: NAME, values: { THEIRS: OURS } }`;
  return z.unknown().transform((given, context) => {
    const read = (typeof given === "string" ? value : translated).safeParse(given);
    if (read.success) return read.data;
    const issues = given !== null && typeof given === "object" ? read.error.issues : [];
    for (const issue of issues) context.addIssue({ ...issue, path: [...issue.path] });
    return issues.length > 0 ? z.NEVER : refuse(context, error);
  });
}

const scalar = z.union([z.string(), z.number()], "must be a text or a number");
const scalars = z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(scalar).min(1));

/** When a text applies: by what a column holds. Numbers are compared as numbers, texts as they are written. */
const condition = z
  .strictObject({
    column: name,
    is: scalars.optional(),
    not: scalars.optional(),
    above: z.number().optional(),
  })
  .refine(
    (when) => [when.is, when.not, when.above].filter((test) => test !== undefined).length === 1,
    "must have one of is, not and above",
  );
export type Condition = z.infer<typeof condition>;

const template = z
  .string("must be text")
  .transform((text, context) => compileTemplate(text, (reason) => refuse(context, reason)));
const alternative = z.preprocess(
  (given) => (typeof given === "string" ? { text: given } : given),
  z.strictObject(
    { text: template, when: condition.optional() },
    {
      error: (issue) =>
        issue.code === "invalid_type" ? "must be a text, or { text: TEXT, when: CONDITION }" : undefined,
    },
  ),
);
export type Alternative = z.infer<typeof alternative>;
const texts = z.preprocess(
  (given) => (given === undefined || Array.isArray(given) ? given : [given]),
  z.array(alternative).min(1),
);

const slug = z
  .string("must be text")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be small letters, digits and single hyphens");

const source = z.strictObject({ slug, name: name.max(100), credit: z.string().default("") });

const locality = z.strictObject({
  name: column,
  postcode: column.optional(),
  /** Whether a locality that is not known is made, in the middle of its listings; without it such rows are refused. */
  create: z.boolean().default(false),
});

/** How a CSV file is read as listings: docs of each key in README "Import your own listings", by example in mappings/. */
export const Mapping = z.strictObject({
  source,
  delimiter: z.string().length(1, "must be one character").default(","),
  region: slug,
  currency: z.string("must be text").regex(/^[A-Z]{3}$/, "must be a currency code such as AUD"),
  id: column,
  offer: choice(OFFERS),
  status: choice(LISTING_STATUSES),
  propertyType: choice(PROPERTY_TYPES),
  locality,
  price: numberColumn.optional(),
  priceHigh: numberColumn.optional(),
  soldPrice: numberColumn.optional(),
  listedOn: dayColumn.optional(),
  soldOn: dayColumn.optional(),
  leasedOn: dayColumn.optional(),
  beds: numberColumn.optional(),
  baths: numberColumn.optional(),
  parking: numberColumn.optional(),
  landArea: areaColumn.optional(),
  floorArea: areaColumn.optional(),
  latitude: numberColumn.optional(),
  longitude: numberColumn.optional(),
  street: column.optional(),
  hideStreet: z.boolean().optional(),
  /** The first text that applies. */
  headline: texts,
  priceDisplay: texts,
  /** All texts that apply, one after the other. */
  description: texts.optional(),
  features: texts.optional(),
});
export type Mapping = z.infer<typeof Mapping>;
export type Column = z.infer<typeof column>;
/** A column whose values are translated into ours. */
export type TranslatedColumn<V extends string> = Column & { readonly values: Readonly<Record<string, V>> };
export type NumberColumn = z.infer<typeof numberColumn>;
export type AreaColumn = z.infer<typeof areaColumn>;
export type DayColumn = z.infer<typeof dayColumn>;

function refuse(context: { addIssue(issue: { code: "custom"; message: string }): void }, message: string) {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}
