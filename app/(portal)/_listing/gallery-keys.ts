/** The place among `count` pictures that a key leads to from one of them; null for a key that leads nowhere. */
export function placeByKey(key: string, from: number, count: number): number | null {
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: Math.max(0, from - 1),
    ArrowRight: Math.min(count - 1, from + 1),
    Home: 0,
    End: count - 1,
  };
  return Object.hasOwn(places, key) ? (places[key] ?? null) : null;
}
