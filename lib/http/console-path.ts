const BEGINNING = "/console";
/** A host that nobody has (RFC 2606). */
const OWN = "http://own.invalid";

/**
 * Where somebody goes on after signing in: at `asked`, if that is a path of the console to every browser, else at its beginning. What
 * comes back has been read and written again as browsers do, so that none of them reads another host in it.
 */
export function consolePath(asked: string | undefined): string {
  if (asked === undefined || !URL.canParse(asked, OWN)) return BEGINNING;
  const url = new URL(asked, OWN);
  if (url.origin !== OWN || !/^\/console(?:\/|$)/.test(url.pathname)) return BEGINNING;
  // What Next asks for the parts of a page with.
  if (url.searchParams.has("_rsc")) url.searchParams.delete("_rsc");
  return url.pathname + url.search + url.hash;
}
