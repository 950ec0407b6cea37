import { z } from "zod";

// What a listing has several of. Each is set as a whole, so that it is compared, kept in the audit and undone like any other field.

const DAY_MS = 86_400_000;
const agentError = "must be the slug of an agent";
const timeError = "must be a local time of the property such as 2026-12-05T11:00";

/** A minute as clocks at the property show it, without a zone. */
const LocalTime = z
  .string(timeError)
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, timeError)
  .refine((text) => !Number.isNaN(Date.parse(`${text}Z`)), timeError);

const Inspection = z
  .strictObject({
    kind: z.enum(["open_home", "auction"], { error: "must be open_home or auction" }),
    startsAt: LocalTime,
    endsAt: LocalTime,
  })
  .refine(({ startsAt, endsAt }) => {
    const lastsMs = Date.parse(`${endsAt}Z`) - Date.parse(`${startsAt}Z`);
    return lastsMs > 0 && lastsMs < DAY_MS;
  }, "must end after it starts, within a day");

/** A time at which people may come; local to the property. */
export type LocalInspection = Readonly<z.infer<typeof Inspection>>;

const Medium = z.strictObject({
  id: z.number("must be the number of a picture").int("must be the number of a picture"),
  caption: z
    .string("must be text")
    .trim()
    .max(300, "must have at most 300 characters")
    .refine((text) => !text.includes("\0"), "must not contain a NUL character"),
});

/** A picture of the listing; pictures are shown in the order in which they stand. */
export type Medium = Readonly<z.infer<typeof Medium>>;

export const LISTING_PARTS = {
  /** The first is the one to call. */
  agents: z
    .array(z.string(agentError).regex(/^[a-z0-9-]+$/, agentError))
    .max(10, "must be at most 10 agents")
    .refine(isEachOnce, "must name each agent once"),
  inspections: z
    .array(Inspection)
    .max(60, "must be at most 60 inspections")
    .refine((all) => isEachOnce(all.map((one) => JSON.stringify(one))), "must hold each inspection once")
    .transform((all) => [...all].sort(byStart)),
  media: z
    .array(Medium)
    .max(200, "must be at most 200 pictures")
    .refine((all) => isEachOnce(all.map(({ id }) => id)), "must name each picture once"),
};

/** What of StoredListing these hold. */
export type ListingParts = {
  readonly agents: readonly string[];
  readonly inspections: readonly LocalInspection[];
  readonly media: readonly Medium[];
};

function isEachOnce(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

function byStart(one: LocalInspection, other: LocalInspection): number {
  const [first, second] = [one, other].map(({ startsAt, endsAt, kind }) => startsAt + endsAt + kind);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}
