import { runtime } from "@/lib/platform/runtime";

/** The one address of a page: with its host where the portal was told it, else the path, as a guess would be wrong behind a proxy. */
export function canonicalAddress(path: string): string {
  return runtime().env.PUBLIC_URL === undefined ? path : publicUrl(path);
}

/**
 * The address of a path of the portal for whoever is not on it: in sitemaps, feeds, calendars. The same whoever asks, as answers are kept
 * for all; so without PUBLIC_URL it is this machine's own.
 */
export function publicUrl(path: string): string {
  const { PUBLIC_URL, PORT } = runtime().env;
  return new URL(path, PUBLIC_URL ?? `http://localhost:${PORT}`).href;
}
