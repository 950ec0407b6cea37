import type { Offer } from "@/lib/listings/listing";
import { type DayNumber, instantAt, nextWeekday } from "@/prisma/seed/demo/calendar";
import type { Market } from "@/prisma/seed/demo/market";
import type { Random } from "@/prisma/seed/demo/random";

export type DemoInspection = {
  readonly kind: "open_home" | "auction";
  readonly startsAt: string;
  readonly endsAt: string;
};

const SATURDAY = 6;
const WEDNESDAY = 3;
const DAYS_A_WEEK = 7;
const SLOT_MINUTES = 15;
const MORNING_MINUTES = 9 * 60;
const EVENING_MINUTES = 17 * 60;
const SATURDAY_SLOTS = 22;
const EVENING_SLOTS = 6;
const OPEN_MINUTES = { sale: 30, rent: 15 } as const;

/** Open homes on the coming Saturday and Wednesday evening and the auction on a Saturday after that, at the property's own hours. */
export function drawInspections(
  { offer, isAuction }: { offer: Offer; isAuction: boolean },
  market: Market,
  { random, today }: { random: Random; today: DayNumber },
): DemoInspection[] {
  const { timeZone } = market.place;
  const saturday = nextWeekday(today, SATURDAY);
  const at = (kind: DemoInspection["kind"], day: DayNumber, minutes: number) => ({
    kind,
    startsAt: instantAt(timeZone, day, minutes),
    endsAt: instantAt(timeZone, day, minutes + OPEN_MINUTES[offer]),
  });
  const found: DemoInspection[] = [];
  const slot = MORNING_MINUTES + SLOT_MINUTES * random.whole(0, SATURDAY_SLOTS);
  if (isAuction || random.chance(offer === "sale" ? 0.62 : 0.5)) found.push(at("open_home", saturday, slot));
  if (random.chance(0.28)) {
    const evening = EVENING_MINUTES + SLOT_MINUTES * random.whole(0, EVENING_SLOTS);
    found.push(at("open_home", nextWeekday(today, WEDNESDAY), evening));
  }
  // Buyers are let in for half an hour before the auction begins; the same hour a week later, or two or three.
  if (isAuction) found.push(at("auction", saturday + DAYS_A_WEEK * random.whole(1, 3), slot));
  return found.sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}
