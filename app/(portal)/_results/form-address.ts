import { pageParameters } from "@/lib/listings/search-page-form";
import { PARAMETERS } from "@/lib/listings/search-parameters";

/** Where a form of filters leads, spelt as nearly as the canonical address as can be done without reading it; any other redirects there. */
export function formAddress(action: string, sent: URLSearchParams): string {
  const [, , region, locality] = action.split("/");
  const asked = [...askedBy(action, sent)].filter(
    ([name]) =>
      name !== "channel" &&
      !(name === "region" && region) &&
      !(name === "locality" && locality !== undefined),
  );
  const query = asked.map(([name, value]) => `${name}=${spelt(value)}`).join("&");
  return query === "" ? action : `${action}?${query}`;
}

/** Where the API counts what such a form would find. */
export function formCountKey(action: string, sent: URLSearchParams): string {
  const asked = askedBy(action, sent);
  asked.set("limit", "1");
  return `/api/listings?${[...asked].map(([name, value]) => `${name}=${spelt(value)}`).join("&")}`;
}

/** As parameters of the API, in their order; sets in the order of the alphabet, numbers as they are. */
function askedBy(action: string, sent: URLSearchParams): URLSearchParams {
  const [, channel = "", ...place] = action.split("/");
  const form = pageParameters(channel, place, sent);
  const asked = new URLSearchParams();
  for (const name of PARAMETERS) {
    for (const value of form.getAll(name)) asked.append(name, ORDERED[name]?.(value) ?? value);
  }
  return asked;
}

const ORDERED: Readonly<Record<string, (value: string) => string>> = {
  type: inOrder,
  feature: inOrder,
  keywords: plainWords,
};

function inOrder(set: string): string {
  return set.split(",").sort().join(",");
}

/** Words of other letters are left to whoever can read them. */
function plainWords(text: string): string {
  const words = text.toLowerCase().match(/[^\s,.]+/g) ?? [];
  return words.every((word) => /^[a-z0-9]+$/.test(word)) ? [...new Set(words)].sort().join(" ") : text;
}

function spelt(value: string): string {
  return encodeURIComponent(value)
    .replace(/%20/g, "+")
    .replace(/%2C/g, ",")
    .replace(/%3B/g, ";")
    .replace(/%2F/g, "/");
}
