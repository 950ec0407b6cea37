/**
 * The one address of a page, for search engines; React moves it into the head. A path, not metadata's absolute address:
 * that is guessed from the port when the public address is not configured.
 */
export function CanonicalLink({ path }: { path: string }) {
  return <link rel="canonical" href={path} />;
}
