/** A state or its like. `code` is what people read ("NSW"), `slug` what addresses carry ("nsw", "us-wa"). */
export type RegionRef = { readonly slug: string; readonly code: string; readonly name: string };

/** A suburb or its like, as other things refer to it. `slug` is unique in its region and permanent. */
export type LocalityRef = {
  readonly slug: string;
  readonly name: string;
  readonly postcode: string | null;
  readonly region: RegionRef;
};

/** The key of a locality in addresses and searches: "nsw/newtown". */
export type LocalityKey = `${string}/${string}`;

export function localityKey(locality: LocalityRef): LocalityKey {
  return `${locality.region.slug}/${locality.slug}`;
}

/** What people read where a place stands alone: "Newtown NSW 2042"; tells places of one name apart. */
export function localityLabel(locality: LocalityRef): string {
  return [locality.name, locality.region.code, locality.postcode === locality.name ? null : locality.postcode]
    .filter((part) => part !== null)
    .join(" ");
}

/** The path of a locality's own page. */
export function suburbPath(locality: LocalityRef): string {
  return `/suburb/${localityKey(locality)}`;
}
