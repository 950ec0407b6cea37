import { type PageParameters, toSearchParams } from "@/app/(portal)/_results/asked-page";
import { CHANNELS, type Channel } from "@/lib/listings/listing";

/** What the search box sends: where to look, as text and perhaps exactly, and the filters as they are. */
export type SearchFormInput = {
  readonly channel: Channel;
  readonly place: string;
  /** A locality's key, when one was picked from the suggestions. */
  readonly picked: string | null;
  readonly filters: URLSearchParams;
};

const PLACE_LENGTH_MAX = 100;

/** Reads the search box's form. A channel that does not exist is Buy; prices may be written as people do: "$850,000", "850k", "1.2m". */
export function readSearchForm(given: PageParameters): SearchFormInput {
  const filters = toSearchParams(given);
  const channel = CHANNELS.find((each) => each === filters.get("channel")) ?? "buy";
  const place = (filters.get("place") ?? "").trim().slice(0, PLACE_LENGTH_MAX);
  const picked = filters.get("in") || null;
  for (const name of ["channel", "place", "in"]) filters.delete(name);
  for (const name of ["price-min", "price-max"]) {
    const written = filters.get(name);
    if (written !== null) filters.set(name, plainAmount(written));
  }
  return { channel, place, picked, filters };
}

/** "$1.25m" as "1250000"; what is no amount stays as it is, to be refused by name. */
function plainAmount(written: string): string {
  const [, number, unit = ""] = /^\$?(\d+(?:\.\d+)?)([km]?)$/i.exec(written.replace(/[\s,]/g, "")) ?? [];
  if (number === undefined) return written.trim();
  const scale = { "": 1, k: 1_000, m: 1_000_000 }[unit.toLowerCase()] ?? 1;
  return String(Math.round(Number(number) * scale));
}
