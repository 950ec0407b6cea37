/** The parameters of the table's address in one order, so that two spellings of a question share an answer; empty ones are none. */
export function tableQuery(params: URLSearchParams): string {
  const given = [...params].filter(([, value]) => value.trim() !== "");
  const sorted = given.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return new URLSearchParams(sorted).toString();
}
