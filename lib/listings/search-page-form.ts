/** Parameters that a form may send several times, once for each ticked box. */
const SETS = ["locality", "type", "feature"];

/** Parameters that a form may send as two fields: price-min and price-max. */
const RANGES = ["beds", "baths", "parking", "price", "land"];

/**
 * What a page's address asks, as parameters of the API: the channel and place of its path beside its query.
 * A form without JavaScript sends its untouched fields too, so empty values are dropped, ticked boxes are joined,
 * `price-min=5&price-max=9` is `price=5-9`, and `open-from` and `open-to` are the days of `open`, or one of them its only day. A sort by
 * match goes with the words that were taken out of the form.
 * A repeated parameter that is no set stays repeated.
 */
export function pageParameters(
  channel: string,
  place: readonly string[],
  params: URLSearchParams,
): URLSearchParams {
  const [region, ...locality] = place;
  const asked = new URLSearchParams({ channel });
  if (region !== undefined) asked.append("region", region);
  for (const [name, value] of params) {
    if (value.trim() !== "" && name !== "channel") asked.append(name, value);
  }
  if (locality.length > 0) asked.append("locality", locality.join("/"));
  for (const name of SETS) joinSet(asked, name);
  for (const name of RANGES) joinRange(asked, name);
  joinDays(asked);
  if (asked.get("sort") === "match" && !asked.has("keywords")) asked.delete("sort");
  return asked;
}

function joinSet(asked: URLSearchParams, name: string): void {
  const values = asked.getAll(name);
  if (values.length > 1) asked.set(name, values.join(","));
}

function joinRange(asked: URLSearchParams, name: string): void {
  const [from, ...moreFrom] = asked.getAll(`${name}-min`);
  const [to, ...moreTo] = asked.getAll(`${name}-max`);
  if (from === undefined && to === undefined) return;
  asked.append(name, `${from ?? ""}-${to ?? ""}`);
  for (const end of [...moreFrom, ...moreTo]) asked.append(name, end);
}

function joinDays(asked: URLSearchParams): void {
  const [from, ...moreFrom] = asked.getAll("open-from");
  const [to, ...moreTo] = asked.getAll("open-to");
  const days = [from, to].filter((day) => day !== undefined);
  if (days.length > 0) asked.append("open", days.join(","));
  for (const day of [...moreFrom, ...moreTo]) asked.append("open", day);
}
