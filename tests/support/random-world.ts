import { PROPERTY_TYPES } from "@/lib/listings/listing";
import type { Database } from "@/lib/platform/prisma";
import { insertAgency, insertListing, insertLocality } from "@/tests/support/listings";
import type { PlainListing, PlainPlace, PlainWorld } from "@/tests/support/plain-listing";

const HOUR_MS = 3_600_000;

const PLACES = [
  { region: "nsw", slug: "ashby", latitude: -33.9013, longitude: 151.1807 },
  { region: "nsw", slug: "birdwood", latitude: -33.9417, longitude: 151.2003 },
  { region: "wa", slug: "ashby", latitude: -31.9507, longitude: 115.8613 },
  { region: "us-wa", slug: "calder", latitude: 47.3809, longitude: -122.2349 },
] as const;

const FEATURES = [
  ...["Swimming pool", "Air conditioning", "Study", "Deck", "Heating", "Pergola", "Ensuite"],
  ...["Fireplace", "Rainwater tank", "Fruit trees", "Butler's pantry", "Side access", "Workshop", "Balcony"],
];
const PHRASES = [
  "A garden",
  "gardens all round",
  "the pool",
  "renovated kitchen",
  "A bright view",
  "lemon trees",
];

export type RandomWorld = PlainWorld & { readonly agencies: readonly { readonly slug: string }[] };

/**
 * A few places of three zones, two agencies, and listings of few values each, so that they tie on what they are sorted by and pages end
 * within a tie. `pick` is the only chance in it.
 */
export async function insertRandomWorld(
  database: Database,
  { count, now, pick }: { count: number; now: Date; pick: <T>(values: readonly T[]) => T },
): Promise<RandomWorld> {
  const places: PlainPlace[] = [];
  for (const { region, slug, latitude, longitude } of PLACES) {
    const { id } = await insertLocality(database, { region, slug, name: slug, latitude, longitude });
    const { timeZone } = await database.region.findUniqueOrThrow({ where: { slug: region } });
    places.push({ id, key: `${region}/${slug}`, point: { lng: longitude, lat: latitude }, timeZone });
  }
  const agencies = [await insertAgency(database, "harbour"), await insertAgency(database, "valley")].map(
    ({ id, agentId, agentSlug }, at) => ({ id, agentId, agentSlug, slug: ["harbour", "valley"][at] ?? "" }),
  );
  const listings: Omit<PlainListing, "stems" | "headlineStems">[] = [];
  const texts: { id: number; text: string; headline: string }[] = [];
  for (let made = 0; made < count; made++) {
    const place = pick(places);
    const { row, plain } = anyListing(pick, place, now);
    const agency = pick([null, null, ...agencies]);
    const agents = agency !== null && pick([true, false]) ? [agency] : [];
    const { id } = await insertListing(database, {
      ...row,
      localityId: place.id,
      agencyId: agency?.id ?? null,
      agents: { create: agents.map(({ agentId }) => ({ agentId })) },
    });
    const { channel } = await database.listing.findUniqueOrThrow({
      where: { id },
      select: { channel: true },
    });
    const agentSlugs = agents.map(({ agentSlug }) => agentSlug);
    listings.push({ ...plain, id, channel, place, agency: agency?.slug ?? null, agents: agentSlugs });
    const street = row.hideStreet ? "" : row.street;
    const text = [row.headline, row.description, ...row.features, street, place.key.split("/")[1]].join(
      " . ",
    );
    texts.push({ id, text, headline: row.headline });
  }
  const stems = await stemsOfTexts(
    database,
    texts.flatMap(({ text, headline }) => [text, headline]),
  );
  const told = listings.map((listing, at) => ({
    ...listing,
    stems: new Set(stems[2 * at]),
    headlineStems: new Set(stems[2 * at + 1]),
  }));
  const keywordStems = new Map(
    (await stemsOfTexts(database, KEYWORDS)).map((found, at) => [KEYWORDS[at] ?? "", found]),
  );
  return { listings: told, places, agencies, now, stemsOf: (word) => keywordStems.get(word) ?? [] };
}

/** Words that the listings have, the beginnings of some, and some that say nothing. */
export const KEYWORDS = [
  "garden",
  "gardens",
  "gard",
  "pool",
  "poo",
  "renovate",
  "the",
  "kitchen",
  "lem",
  "bright",
  "ashby",
];

async function stemsOfTexts(
  database: Database,
  texts: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const rows = await database.$queryRaw<{ stems: string[] }[]>`
    SELECT tsvector_to_array(to_tsvector('english', lower(text))) AS stems
    FROM unnest(${[...texts]}::text[]) WITH ORDINALITY texts (text, at) ORDER BY at`;
  return rows.map(({ stems }) => stems);
}

function anyListing(pick: <T>(values: readonly T[]) => T, { point }: PlainPlace, now: Date) {
  const status = pick(["active", "active", "under_offer", "sold", "withdrawn", "draft"] as const);
  const low = pick([null, 0, 1, 2, 2, 3, 5]);
  const day = new Date(
    now.getTime() - pick([0, 1, 1, 3, 6, 7, 8, 20]) * 24 * HOUR_MS - pick([0, 1]) * HOUR_MS,
  );
  const isPlaced = pick([true, true, false]);
  const hideStreet = pick([true, false, false]);
  const exact = { lng: point.lng + pick([-0.03, -0.01, 0.02]), lat: point.lat + pick([-0.02, 0.01, 0.03]) };
  const features = FEATURES.filter(() => pick([true, false, false, false]));
  const plain = {
    type: pick(PROPERTY_TYPES.filter((type) => ["house", "land", "unit", "rural"].includes(type))),
    beds: pick([null, 0, 1, 2, 3, 6]),
    baths: pick([null, 0.5, 1, 1.75, 2.25, 5]),
    parking: pick([null, 0, 1, 2]),
    low,
    high: low === null ? null : low + pick([0, 0, 2]),
    currency: pick(["AUD", "AUD", "AUD", "USD", "NZD"]),
    landAreaM2: pick([null, 0.4, 1.5, 2.49, 4]),
    features,
    point: isPlaced && !hideStreet ? exact : point,
    publishedAt: day.toISOString(),
    soldOn: status === "sold" ? day.toISOString().slice(0, 10) : null,
    inspections: pick([0, 0, 1, 1, 2]) === 0 ? [] : anyInspections(pick, now),
  };
  const row = {
    status,
    offer: status === "sold" ? ("sale" as const) : pick(["sale", "sale", "rent"] as const),
    propertyType: plain.type,
    headline: `${pick(PHRASES)} and ${pick(PHRASES)}`,
    description: `${pick(PHRASES)}. ${pick(PHRASES)}.`,
    street: pick(["1 Garden Street", "2 Poole Road", "3 Kitchener Lane"]),
    hideStreet,
    features,
    bedrooms: plain.beds,
    bathrooms: plain.baths,
    parking: plain.parking,
    priceLow: plain.low,
    priceHigh: plain.high,
    priceCurrency: plain.currency,
    landAreaM2: plain.landAreaM2,
    latitude: isPlaced ? exact.lat : null,
    longitude: isPlaced ? exact.lng : null,
    publishedAt: day,
    soldOn: plain.soldOn === null ? null : new Date(plain.soldOn),
    inspections: { create: plain.inspections.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })) },
  };
  return { plain, row };
}

/** Around the edges of days and of the present moment: over, just over, going on, at midnight somewhere, through a night; and months apart. */
function anyInspections(pick: <T>(values: readonly T[]) => T, now: Date) {
  const near = [-30, -1, -0.6, -0.4, -0.3, -0.2, 0.1, 0.3, 5, 9.5, 21, 34, 45, 58, 69, 80, 86, 93, 130];
  const hours = [...near, ...near, -1600, 1500, 1510, 1560, 1640, 3000];
  return Array.from({ length: pick([1, 2, 2, 3]) }, () => {
    const startsAt = new Date(now.getTime() + pick(hours) * HOUR_MS);
    return { startsAt, endsAt: new Date(startsAt.getTime() + pick([0.5, 0.5, 0.5, 11, 23.5]) * HOUR_MS) };
  });
}
