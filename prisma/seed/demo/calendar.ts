const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const NOON_MS = 12 * 60 * MINUTE_MS;

/** Days since 1970-01-01, in no zone: what the generator reckons with. */
export type DayNumber = number;

const texts = new Map<DayNumber, string>();
const offsets = new Map<string, number>();
const formats = new Map<string, Intl.DateTimeFormat>();

export function dayNumber(day: string): DayNumber {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** YYYY-MM-DD. */
export function dayText(day: DayNumber): string {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  texts.set(day, text);
  return text;
}

/** The first such weekday (0 is Sunday) after the day. */
export function nextWeekday(day: DayNumber, weekday: number): DayNumber {
  // 1970-01-01 was a Thursday.
  const today = (day + 4) % 7;
  return day + ((weekday - today + 6) % 7) + 1;
}

/**
 * The instant, as ISO text, at which clocks in the zone show so many minutes after midnight. The zone's offset at noon is used for
 * the whole day: clocks here change at two or three in the morning, when nobody inspects homes.
 */
export function instantAt(timeZone: string, day: DayNumber, minutes: number): string {
  const offset = offsetAtNoon(timeZone, day);
  return new Date(day * DAY_MS + minutes * MINUTE_MS - offset).toISOString();
}

/** Milliseconds by which the zone's clocks are ahead of UTC; asked of Intl once for each zone and day, for it is slow. */
function offsetAtNoon(timeZone: string, day: DayNumber): number {
  const key = `${timeZone} ${day}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const noon = day * DAY_MS + NOON_MS;
  const shown = Date.parse(`${formatIn(timeZone).format(noon).replace(", ", "T")}Z`);
  offsets.set(key, shown - noon);
  return shown - noon;
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // Swedish writes 2026-11-28 13:30:00, as ISO does but for one character.
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  });
  formats.set(timeZone, format);
  return format;
}
