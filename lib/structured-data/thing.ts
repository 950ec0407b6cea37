/** Makes an address of the portal, from its path, one that can be used anywhere. */
export type PublicUrl = (path: string) => string;

/** A thing that stands alone in a page, in the words of schema.org. */
export function withContext(thing: object): object {
  return { "@context": "https://schema.org", ...thing };
}
