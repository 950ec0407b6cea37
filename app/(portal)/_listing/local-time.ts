/** The day of an instant where the property stands, as YYYY-MM-DD. */
export function dayIn(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date(instant));
}

/** A span of time where the property stands: day "Saturday 28 November", hours "10:00 am to 10:30 am", zone "AEDT". */
export function localSpan(span: { startsAt: string; endsAt: string }, timeZone: string) {
  const starts = new Date(span.startsAt);
  const hour = new Intl.DateTimeFormat("en-AU", {
    timeZone,
    hour: "numeric",
    minute: "2-digit",
    hour12: true,
  });
  const day = new Intl.DateTimeFormat("en-AU", { timeZone, weekday: "long", day: "numeric", month: "long" });
  const zone = new Intl.DateTimeFormat("en-AU", { timeZone, timeZoneName: "short" })
    .formatToParts(starts)
    .find(({ type }) => type === "timeZoneName");
  return {
    day: day.format(starts).replace(",", ""),
    hours: `${hour.format(starts)} to ${hour.format(new Date(span.endsAt))}`,
    zone: zone?.value ?? timeZone,
  };
}

/** The city that a zone is named after: "Australia/Broken_Hill" as "Broken Hill". */
export function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
