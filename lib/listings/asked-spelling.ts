import { isTrackingParameter } from "@/lib/listings/search-parameters";

/** An address as it was asked for, to be compared with the canonical one, which needs no percent-encoding; without tracking parameters. */
export function askedSpelling(pathname: string, params: URLSearchParams): string {
  const asked = [...params]
    .filter(([name]) => !isTrackingParameter(name))
    .map(([name, value]) => `${name}=${value.replaceAll(" ", "+")}`);
  return asked.length === 0 ? pathname : `${pathname}?${asked.join("&")}`;
}
