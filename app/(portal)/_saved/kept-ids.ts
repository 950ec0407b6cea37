/** Homes that somebody saved, and those whose pages they opened; the latest first, in this browser alone. */
export type Kept = "saved" | "viewed";

const COUNT_MAX: Readonly<Record<Kept, number>> = { saved: 200, viewed: 24 };
/** The same at every reading: whoever shows that nothing is kept has nothing to show anew. */
const NONE: readonly number[] = [];

type Read = { readonly text: string; readonly ids: readonly number[] };

const listeners = new Set<() => void>();
/** What was read last: the same ids are the same array, by which React knows that nothing changed. */
const lastRead = new Map<Kept, Read>();
/** Where the browser keeps nothing, for as long as the page lives. */
const unkept = new Map<Kept, string>();

/** Hears of every change, of other tabs too, until what it answers is called. */
export function subscribeKept(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

export function readKept(kept: Kept): readonly number[] {
  const text = stored(kept);
  const last = lastRead.get(kept);
  if (last?.text === text) return last.ids;
  const ids = [...new Set(text.split(",").map(Number))].filter((id) => Number.isSafeInteger(id) && id > 0);
  const read = ids.length === 0 ? NONE : ids;
  lastRead.set(kept, { text, ids: read });
  return read;
}

/** What is kept is not known until the page's scripts run. */
export function noneKept(): readonly number[] {
  return NONE;
}

/** Puts an id first; beyond what is kept the oldest goes. */
export function keepId(kept: Kept, id: number): void {
  write(kept, [id, ...readKept(kept).filter((other) => other !== id)].slice(0, COUNT_MAX[kept]));
}

export function dropId(kept: Kept, id: number): void {
  write(
    kept,
    readKept(kept).filter((other) => other !== id),
  );
}

export function dropAll(kept: Kept): void {
  write(kept, NONE);
}

function stored(kept: Kept): string {
  try {
    return unkept.get(kept) ?? localStorage.getItem(keyOf(kept)) ?? "";
  } catch {
    return "";
  }
}

function write(kept: Kept, ids: readonly number[]): void {
  const text = ids.join(",");
  try {
    if (text === "") localStorage.removeItem(keyOf(kept));
    else localStorage.setItem(keyOf(kept), text);
    unkept.delete(kept);
  } catch {
    unkept.set(kept, text);
  }
  for (const listener of listeners) listener();
}

function keyOf(kept: Kept): string {
  return `verandah-${kept}`;
}
