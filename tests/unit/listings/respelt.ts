import type fc from "fast-check";

const NUMERIC = ["beds", "baths", "parking", "price", "land", "limit"];

/** Another spelling of the same question. */
export function respelt(canonical: string, chance: fc.Stream<number>): string {
  const next = () => chance.next().value ?? 0;
  const parameters = canonical.split("&").map((parameter): [string, string] => {
    const [name = "", value = ""] = parameter.split("=");
    if (name === "after" || name === "bounds") return [name, value];
    if (name === "locality" || name === "type") return [name, respeltSet(value.split(","), next)];
    const isNumeric = NUMERIC.includes(name);
    return [
      name,
      isNumeric && next() % 2 ? value.replace(/\d+(\.\d+)?/g, respeltNumber) : value.toUpperCase(),
    ];
  });
  if (next() % 2) parameters.push(["utm_campaign", "spring"]);
  return parameters
    .map(([name, value]) => ({ at: next(), text: `${name}=${encodeURIComponent(value)}` }))
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text)
    .join("&");
}

function respeltNumber(number: string): string {
  return number.includes(".") ? `0${number}0` : `00${number}.0`;
}

function respeltSet(members: readonly string[], next: () => number): string {
  return [...members, ...members.slice(0, 1)]
    .map((member) => ({ at: next(), text: next() % 2 ? ` ${member.toUpperCase()}` : member }))
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text)
    .join(",");
}
