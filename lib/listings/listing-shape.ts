import { z } from "zod";
import {
  CHANNELS,
  LISTING_STATUSES,
  type Listing,
  type ListingCard,
  OFFERS,
  PROPERTY_TYPES,
} from "@/lib/listings/listing";
import { LOCALITY_REF } from "@/lib/localities/freshness";
import type { Picture } from "@/lib/media/picture";

// What comes back from a store that others can write to is checked before it is believed.

const PICTURE = z.object({
  kind: z.string(),
  alt: z.string(),
  src: z.string().startsWith("/media/"),
  widths: z.array(z.number()),
  formats: z.array(z.string()),
  palette: z.record(z.string(), z.string()),
});
const AS_PICTURE = z.custom<Picture>((stored) => PICTURE.safeParse(stored).success, "a picture");

const PRICE_RANGE = { display: z.string(), low: z.number().nullable(), high: z.number().nullable() };

const CARD_FIELDS = {
  id: z.number(),
  slug: z.string(),
  channel: z.enum(CHANNELS).nullable(),
  status: z.enum(LISTING_STATUSES),
  offer: z.enum(OFFERS),
  propertyType: z.enum(PROPERTY_TYPES),
  headline: z.string(),
  price: z.object({ ...PRICE_RANGE, currency: z.string() }),
  beds: z.number().nullable(),
  baths: z.number().nullable(),
  parking: z.number().nullable(),
  landAreaM2: z.number().nullable(),
  floorAreaM2: z.number().nullable(),
  street: z.string().nullable(),
  locality: LOCALITY_REF,
  agency: z.object({ slug: z.string(), name: z.string() }).nullable(),
  publishedAt: z.string().nullable(),
  soldOn: z.string().nullable(),
  source: z.object({ slug: z.string(), name: z.string(), isDemo: z.boolean() }).nullable(),
  image: AS_PICTURE.nullable(),
};

export const LISTING_CARD: z.ZodType<ListingCard> = z.object(CARD_FIELDS);

export const LISTING: z.ZodType<Listing> = z.object({
  ...CARD_FIELDS,
  description: z.string(),
  features: z.array(z.string()),
  coordinates: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  agents: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
    }),
  ),
  inspections: z.array(
    z.object({ kind: z.enum(["open_home", "auction"]), startsAt: z.string(), endsAt: z.string() }),
  ),
  images: z.array(AS_PICTURE),
  history: z.array(
    z.object({
      kind: z.enum(["listed", "price_changed", "under_offer", "sold", "leased", "withdrawn", "relisted"]),
      occurredOn: z.string(),
      price: z.object(PRICE_RANGE).nullable(),
    }),
  ),
  timeZone: z.string(),
  credit: z.string(),
  version: z.number(),
});
