/** Key of one page of results: where the API answers it. `query` is canonical and without `after`, which comes last in a canonical query. */
export function resultsKey(query: string, after: string | null): string {
  return `/api/listings?${withAfter(query, after)}`;
}

/** Address of one page of results, from that of the first. */
export function resultsHref(path: string, after: string | null): string {
  if (after === null) return path;
  return path.includes("?") ? withAfter(path, after) : `${path}?after=${after}`;
}

function withAfter(query: string, after: string | null): string {
  return after === null ? query : `${query}&after=${after}`;
}
