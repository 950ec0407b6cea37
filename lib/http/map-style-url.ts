import { runtime } from "@/lib/platform/runtime";

/** Where browsers find the style of maps, when they are a tile provider's; null when they are the portal's own. */
export function mapStyleUrl(): string | null {
  return runtime().env.MAP_STYLE_URL ?? null;
}
