import { scopes, setUpJournal } from "@/tests/support/written-journal";

/** A small world, and which searches a statement tells in it. */
export async function setUpToldSearches() {
  const held = await setUpJournal();
  const { rows } = await held.psql.query<{ slug: string; id: number }>("SELECT slug, id FROM region");
  const region = (slug: string) => rows.find((each) => each.slug === slug)?.id ?? Number.NaN;
  const { ashby, birdwood, calder, agency, otherAgency } = held.world;
  /** The searches that look through listings at each of these addresses. */
  const at = {
    ashby: (kind: string, channel = "buy") => scopes(kind, { channel, place: ashby, agency }, region("nsw")),
    ashbyOfNobody: (kind: string) => scopes(kind, { channel: "buy", place: ashby }, region("nsw")),
    birdwood: (kind: string, channel = "buy") =>
      scopes(kind, { channel, place: birdwood, agency: otherAgency }, region("nsw")),
    calder: (kind: string) => scopes(kind, { channel: "buy", place: calder, agency }, region("vic")),
  };
  const told = async (sql: string) => {
    await held.written();
    await held.psql.query(sql);
    return (await held.written()).tags.filter((tag) => tag.startsWith("search") || tag === "listings");
  };
  /** The tags of searches and of their words that a statement writes, but for those of windows on a map. */
  const toldBy = async (sql: string) => (await told(sql)).filter((tag) => !isOfSquare(tag));
  const squaresToldBy = async (sql: string) => (await told(sql)).filter((tag) => tag.includes(":square:"));
  const blocksToldBy = async (sql: string) => (await told(sql)).filter((tag) => tag.includes(":block:"));
  return { ...held, at, toldBy, squaresToldBy, blocksToldBy };
}

const isOfSquare = (tag: string) => /:(square|block):/.test(tag);
export const SHOWN = "WHERE external_id = '1'";
export const all = (...tags: readonly (readonly string[])[]) => [...new Set(tags.flat())].sort();
