import type { LoadOptions } from "@/app/_ui/combobox/option";
import { type LocalityRef, localityKey } from "@/lib/localities/locality";

/** Suburbs for what is typed; none before there is something to go by. */
export const findPlaces: LoadOptions = async (typed, signal) => {
  const q = typed.trim().toLowerCase();
  if (q.length < 2) return [];
  const response = await fetch(`/api/localities?q=${encodeURIComponent(q)}`, { signal });
  if (!response.ok) throw new Error(`The suburbs answered ${response.status}`);
  const { items }: { items: readonly LocalityRef[] } = await response.json();
  return items.map((place) => ({
    value: localityKey(place),
    label: place.name,
    note: [place.region.code, place.postcode].filter(Boolean).join(" "),
  }));
};
