import { canonicalAddress } from "@/lib/http/public-url";

/** The one address of a page, for search engines; React moves it into the head. */
export function CanonicalLink({ path }: { path: string }) {
  return <link rel="canonical" href={canonicalAddress(path)} />;
}
