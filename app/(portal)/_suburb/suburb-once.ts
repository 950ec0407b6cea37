import "server-only";
import { cache } from "react";
import { isAppError } from "@/lib/errors";
import type { LocalityKey } from "@/lib/localities/locality";
import { localityNamed } from "@/lib/localities/locality-named";
import { getSuburbProfile } from "@/lib/localities/profile-queries";

/** getSuburbProfile, asked once though a page and its title both want it. */
export const profileOnce = cache(getSuburbProfile);

/** The key that two parts of an address stand for, or null when nothing can be called so. */
export function suburbKey(region: string, slug: string): LocalityKey | null {
  try {
    return localityNamed(region, slug);
  } catch (thrown) {
    if (isAppError(thrown)) return null;
    throw thrown;
  }
}
