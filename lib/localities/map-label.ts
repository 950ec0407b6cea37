/** The name of a locality as a map shows it, where the locality is. */
export type MapLabel = { readonly name: string; readonly lng: number; readonly lat: number };
