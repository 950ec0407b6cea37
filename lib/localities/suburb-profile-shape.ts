import { z } from "zod";
import { PROPERTY_TYPES } from "@/lib/listings/listing";
import type { Locality } from "@/lib/localities/place";
import type { SuburbProfile } from "@/lib/localities/suburb-profile";

// What comes back from a store that others can write to is checked before it is believed.

const MEDIAN = z.object({ median: z.number().nullable(), count: z.number() });
const SALES = z.object({ sales: z.number(), price: MEDIAN });
const COUNTS = byType(z.number());

export function suburbProfileShape(locality: z.ZodType<Locality>): z.ZodType<SuburbProfile> {
  return z.object({
    locality,
    currency: z.string(),
    asOf: z.string(),
    stock: z.object({ buy: COUNTS, rent: COUNTS, sold: COUNTS }),
    askingPrice: byType(MEDIAN),
    weeklyRent: byType(MEDIAN),
    quarters: z.array(byType(SALES).extend({ quarter: z.string(), startsOn: z.string() })),
    lastYear: byType(SALES.extend({ daysOnMarket: MEDIAN })),
  });
}

function byType<F extends z.ZodType>(figure: F) {
  return z.object({ all: figure, byType: z.partialRecord(z.enum(PROPERTY_TYPES), figure) });
}
