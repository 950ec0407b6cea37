import { AppError } from "@/lib/errors";
import type { LocalityKey } from "@/lib/localities/locality";

/** A region's slug, a slash, and a locality's. */
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;
const KEY_LENGTH_MAX = 121;

/** The key that two parts of an address stand for. AppError not_found when nothing can be called so. */
export function localityNamed(region: string, slug: string): LocalityKey {
  const key: LocalityKey = `${region}/${slug}`;
  if (key.length <= KEY_LENGTH_MAX && KEY.test(key)) return key;
  throw new AppError(
    "not_found",
    `There is no locality "${key.slice(0, 60)}": one is named like nsw/bondi-beach.`,
  );
}
