import "server-only";
import { isTrustworthy } from "@/lib/http/trustworthy";
import { runtime } from "@/lib/platform/runtime";

/** Whether a session could be kept safe where the page that is being rendered was asked for (session-cookie.ts). */
export function canSignInHere(): boolean {
  const origin = runtime().request.getStore()?.source.origin;
  return origin != null && isTrustworthy(origin);
}
