import type fc from "fast-check";
import { respeltArea } from "@/tests/unit/listings/respelt-area";

const NUMERIC = ["beds", "baths", "parking", "price", "land", "around", "new", "limit"];
const SEPARATORS = [" ", "+", ", ", "-", "’", " … "];
const ACCENTED: Readonly<Record<string, string>> = { a: "å", c: "Ç", e: "é", u: "Ü", x: "ｘ" };

/** Another spelling of the same question. */
export function respelt(canonical: string, chance: fc.Stream<number>): string {
  const next = () => chance.next().value ?? 0;
  const parameters = canonical.split("&").map((parameter): [string, string] => {
    const [name = "", value = ""] = parameter.split("=");
    return [name, respeltValue(name, value, next)];
  });
  if (next() % 2) parameters.push(["utm_campaign", "spring"]);
  return shuffled(parameters, next)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
}

function respeltValue(name: string, value: string, next: () => number): string {
  if (name === "after" || name === "bounds") return value;
  if (name === "area") return respeltArea(value, next);
  if (name === "locality" || name === "type") return respeltSet(value.split(","), next);
  if (name === "feature") return respeltSet(value.split(","), next).replaceAll("-", next() % 2 ? " " : "-");
  if (name === "keywords") return respeltWords(value.split("+"), next);
  if (name === "open") return respeltDays(value, next);
  return NUMERIC.includes(name) && next() % 2
    ? value.replace(/\d+(\.\d+)?/g, respeltNumber)
    : value.toUpperCase();
}

function respeltDays(value: string, next: () => number): string {
  if (value === "weekend") return value.toUpperCase();
  const days = value.split(",");
  return next() % 2 ? [days[0], days.at(-1)].join(", ") : value;
}

function respeltNumber(number: string): string {
  return number.includes(".") ? `0${number}0` : `00${number}.0`;
}

function respeltSet(members: readonly string[], next: () => number): string {
  return shuffled([...members, ...members.slice(0, 1)], next)
    .map((member) => (next() % 2 ? ` ${member.toUpperCase()}` : member))
    .join(",");
}

function respeltWords(words: readonly string[], next: () => number): string {
  const separator = SEPARATORS[next() % SEPARATORS.length] ?? " ";
  const spelt =
    next() % 2 ? (word: string) => word.replace(/[aceux]/g, (letter) => ACCENTED[letter] ?? letter) : upper;
  return ` ${shuffled([...words, ...words.slice(0, 1)], next)
    .map(spelt)
    .join(separator)}`;
}

function upper(word: string): string {
  return word.toUpperCase();
}

function shuffled<T>(values: readonly T[], next: () => number): readonly T[] {
  return values
    .map((value) => ({ at: next(), value }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
