import { z } from "zod";
import { CHANNELS, LISTING_STATUSES, type ListingCard, PROPERTY_TYPES } from "@/lib/listings/listing";

export const CONSOLE_SORTS = ["changed", "published", "price", "address", "status"] as const;
export type ConsoleSort = (typeof CONSOLE_SORTS)[number];

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "It must be a slug such as harbour-homes.");
const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `It must be one of ${values.join(", ")}.` });

/** What the console's table of listings may be asked for; each is a parameter of its address. */
export const CONSOLE_SEARCH = {
  /** Words of address, headline or agent, a postcode, or a listing's number; each has to be found. */
  q: z.string().max(200, "It must have at most 200 characters.").optional(),
  status: choice(LISTING_STATUSES).optional(),
  channel: choice(CHANNELS).optional(),
  type: choice(PROPERTY_TYPES).optional(),
  agency: slug.optional(),
  agent: slug.optional(),
  suburb: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "It must be a region and a locality such as nsw/newtown.")
    .optional(),
  /** "me": what the person who asks has changed. */
  changedBy: choice(["me"]).optional(),
  sort: choice(CONSOLE_SORTS).default("changed"),
  /** Without it newest first, dearest first, addresses and statuses from the beginning. */
  order: choice(["asc", "desc"]).optional(),
  after: z.string().max(600, "It must be the `next` of a page.").optional(),
  limit: z.coerce
    .number("It must be a number from 1 to 200.")
    .int("It must be a number from 1 to 200.")
    .min(1, "It must be a number from 1 to 200.")
    .max(200, "It must be a number from 1 to 200.")
    .default(50),
};
export type ConsoleSearch = Readonly<z.infer<z.ZodObject<typeof CONSOLE_SEARCH>>>;

/** A row of the table: a card with what only the console shows. The street is given even when the public does not see it. */
export type ConsoleRow = Omit<ListingCard, "slug" | "image"> & {
  readonly hideStreet: boolean;
  readonly version: number;
  /** ISO. */
  readonly updatedAt: string;
  readonly agents: readonly { readonly slug: string; readonly name: string }[];
};

export type ConsolePage = {
  readonly items: readonly ConsoleRow[];
  /** Where the next page begins, for `after`; null at the end. */
  readonly next: string | null;
  /** How many there are of each status, whatever status is asked for. */
  readonly counts: Readonly<Record<(typeof LISTING_STATUSES)[number], number>>;
};
