/** The day that it is in a time zone (IANA name) at an instant, as YYYY-MM-DD. */
export function dayIn(timeZone: string, instant: Date): string {
  return localTime(timeZone, instant).slice(0, 10);
}

/** What clocks show in a time zone (IANA name) at an instant, as YYYY-MM-DDTHH:MM. */
export function localTime(timeZone: string, instant: Date): string {
  const parts = clock(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/** Made once for each zone: to make one takes longer than to write a price. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(timeZone: string): Intl.DateTimeFormat {
  const made = clocks.get(timeZone);
  if (made !== undefined) return made;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  clocks.set(timeZone, format);
  return format;
}
