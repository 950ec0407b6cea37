import { sendOrThrow } from "@/app/_ui/send-json";

/** What an address of this site answers, as JSON; anything but success is a RefusedRequest. At the end of a session as sendJson. */
export function fetchJson<T>(url: string, options: { readonly signal?: AbortSignal } = {}): Promise<T> {
  return sendOrThrow<T>("GET", url, undefined, options);
}
