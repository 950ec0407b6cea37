const TOKENS: Readonly<Record<string, string>> = {
  yyyy: "(?<yyyy>[0-9]{4})",
  MM: "(?<MM>[0-9]{2})",
  dd: "(?<dd>[0-9]{2})",
  HH: "(?:[01][0-9]|2[0-3])",
  mm: "[0-5][0-9]",
  ss: "[0-5][0-9]",
};

/** Reads a day as YYYY-MM-DD; null when the text has another form or names a day that does not exist. */
export type DayReader = (text: string) => string | null;

/** A reader for days written like "dd/MM/yyyy" or "yyyyMMdd'T'HHmmss"; null when the format lacks a part or has a letter that means nothing. */
export function compileDayFormat(format: string): DayReader | null {
  const parts = format.match(/'[^']*'|yyyy|MM|dd|HH|mm|ss|[^A-Za-z']|./g) ?? [];
  const isUnderstood = parts.every((part) => part in TOKENS || /^('.*'|[^A-Za-z'])$/.test(part));
  const isComplete = ["yyyy", "MM", "dd"].every(
    (token) => parts.filter((part) => part === token).length === 1,
  );
  if (!isUnderstood || !isComplete) return null;
  const pattern = new RegExp(`^${parts.map(toPattern).join("")}$`);
  return (text) => {
    const found = pattern.exec(text)?.groups;
    const day = found ? `${found.yyyy}-${found.MM}-${found.dd}` : "";
    return isDay(day) ? day : null;
  };
}

function toPattern(part: string): string {
  return TOKENS[part] ?? part.replace(/^'(.*)'$/, "$1").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Date.parse takes 30 February for 2 March; the calendar does not. */
function isDay(day: string): boolean {
  const instant = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}
