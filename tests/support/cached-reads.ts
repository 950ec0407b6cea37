import { getAgency, getAgent, getSalesFigures } from "@/lib/agencies/queries";
import { getMemberParts, listMemberPaths } from "@/lib/agencies/sitemap-queries";
import { isAppError } from "@/lib/errors";
import { ListingId } from "@/lib/listings/listing";
import { getListingMap } from "@/lib/listings/map-queries";
import { parseMapQuery, parseMapWindow } from "@/lib/listings/map-query";
import { findGoneListing, getListing, searchListings } from "@/lib/listings/queries";
import { parseSearch } from "@/lib/listings/search";
import { findSimilarListings } from "@/lib/listings/similar-queries";
import { getSitemapPart, listSitemapParts } from "@/lib/listings/sitemap-queries";
import { listMapLabels } from "@/lib/localities/map-label-queries";
import { getSuburbProfile } from "@/lib/localities/profile-queries";
import {
  findLocalities,
  getLocalities,
  getLocality,
  getRegion,
  listLocalitiesAround,
  listRegions,
  resolvePlace,
} from "@/lib/localities/queries";
import { listBusyLocalities, listStockedLocalities } from "@/lib/localities/stock-queries";
import type { CachedWorld } from "@/tests/support/cached-world";

/** Every read of the portal on that world, by a name: as it is asked, with what it answers or refuses. */
export function readsOf({
  shown,
  sold,
  gone,
  agency,
}: CachedWorld): ReadonlyMap<string, () => Promise<unknown>> {
  const reads = new Map<string, () => Promise<unknown>>();
  const searches = [
    ...["channel=buy", "channel=rent", "channel=sold", "channel=buy&region=nsw", "channel=buy&region=vic"],
    ...[
      "channel=buy&locality=nsw/ashby",
      "channel=buy&locality=nsw/birdwood",
      "channel=buy&locality=vic/calder",
    ],
    "channel=buy&locality=nsw/ashby,nsw/birdwood",
    ...[
      "channel=buy&agency=harbour",
      `channel=buy&agent=${agency.agentSlug}`,
      "channel=buy&region=nsw&agency=valley",
    ],
    ...[
      "channel=buy&sort=price-up",
      "channel=buy&price=900000-1100000",
      "channel=buy&price=-999999",
      "channel=buy&beds=3-&type=house",
    ],
    ...[
      "channel=buy&region=qld",
      "channel=buy&bounds=151,-33,152,-32",
      "channel=buy&land=300-",
      "channel=buy&bounds=151,-34,152,-33",
      "channel=buy&limit=2",
    ],
    ...["channel=buy&keywords=lemon", "channel=buy&keywords=ashb&sort=match", "channel=buy&keywords=lemmon"],
    ...[
      "channel=buy&feature=lemon-tree",
      "channel=buy&locality=nsw/ashby&feature=lemon-tree&sort=price-down",
    ],
    ...[
      "channel=buy&open=2030-01-05",
      "channel=buy&region=nsw&open=2030-01-04,2030-01-06",
      "channel=buy&open=weekend",
    ],
    ...["channel=buy&locality=nsw/ashby&open=2030-01-05", "channel=buy&agency=harbour&open=2030-01-05"],
    ...["channel=buy&sort=inspection", "channel=buy&region=nsw&new=90"],
    ...[
      "channel=buy&locality=nsw/ashby&around=30&sort=nearest",
      "channel=buy&area=151,-34;152,-34;152,-33&sort=nearest",
    ],
    ...["channel=buy&locality=nsw/nowhere", "channel=buy&agency=nobody", "channel=buy&region=nt"],
  ];
  for (const query of searches) reads.set(`search ${query}`, () => search(query));
  for (const query of MAPS) reads.set(`map ${query}`, () => map(query));
  for (const query of LABELLED) reads.set(`labels ${query}`, () => labels(query));
  for (const [name, { id }] of Object.entries({ shown, sold, gone, missing: { id: 2_000_000 } })) {
    reads.set(`listing ${name}`, () => getListing(ListingId.parse(id)));
    reads.set(`gone ${name}`, () => findGoneListing(ListingId.parse(id)));
    reads.set(`similar ${name}`, () => findSimilarListings(ListingId.parse(id)));
  }
  reads.set("localities", () => getLocalities(["nsw/ashby", "vic/calder", "nsw/nowhere"]));
  for (const key of ["nsw/ashby", "nsw/birdwood", "nsw/nowhere"] as const) {
    reads.set(`locality ${key}`, () => getLocality(key));
    reads.set(`profile ${key}`, () => getSuburbProfile(key));
  }
  for (const slug of ["nsw", "xx"]) reads.set(`region ${slug}`, () => getRegion(slug));
  for (const slug of ["harbour", "valley", "nobody"]) reads.set(`agency ${slug}`, () => getAgency(slug));
  for (const slug of [agency.agentSlug, "nobody"]) reads.set(`agent ${slug}`, () => getAgent(slug));
  for (const slug of ["harbour", "valley", "nobody"])
    reads.set(`sales of agency ${slug}`, () => getSalesFigures({ kind: "agency", slug }));
  for (const slug of [agency.agentSlug, "nobody"])
    reads.set(`sales of agent ${slug}`, () => getSalesFigures({ kind: "agent", slug }));
  reads.set("member parts", () => getMemberParts());
  for (const kind of ["agencies", "agents"] as const)
    reads.set(`sitemap of ${kind}`, () => listMemberPaths(kind, 1));
  reads.set("busy localities", () => listBusyLocalities());
  for (const region of ["nsw", "qld", "xx"])
    reads.set(`stocked localities ${region}`, () => listStockedLocalities(region));
  reads.set("regions", () => listRegions());
  reads.set("sitemaps", () => listSitemapParts());
  for (const [region, part] of [
    ["nsw", 1],
    ["vic", 1],
    ["qld", 1],
    ["nsw", 2],
    ["xx", 1],
  ] as const)
    reads.set(`sitemap ${region} ${part}`, () => getSitemapPart(region, part));
  for (const text of ["ashb", "ashby nsw", "2001", "asbhy"])
    reads.set(`places ${text}`, () => findLocalities(text));
  reads.set("places for the search box", () => resolvePlace("birdwood nsw"));
  for (const km of [1, 50])
    reads.set(`around ${km}`, () => listLocalitiesAround(["nsw/ashby", "nsw/nowhere"], km));
  return reads;
}

const MAPS = [
  ...[
    ...["channel=buy", "channel=rent", "channel=sold"],
    ...["channel=buy&region=vic", "channel=buy&locality=nsw/ashby", "channel=buy&agency=nobody"],
  ].map((filters) => `${filters}&bounds=150,-35,152,-33&zoom=9`),
  ...[
    ...["channel=buy", "channel=buy&price=900000-1100000", "channel=buy&beds=3-&type=house"],
    ...["channel=buy&keywords=lemmon", "channel=buy&feature=lemon-tree", "channel=buy&open=2030-01-05"],
  ].map((filters) => `${filters}&bounds=151,-34,151.125,-33.875&zoom=16`),
  "channel=buy&bounds=152,-34,152.125,-33.875&zoom=16",
  "channel=buy&agency=harbour&bounds=-180,-90,180,90&zoom=1",
];

const LABELLED = [
  "bounds=150,-35,152,-33&zoom=9",
  "bounds=151,-34,151.125,-33.875&zoom=16",
  "bounds=10,10,11,11&zoom=9",
];

/** What each read answers now, an expected refusal included. */
export async function answersTo(
  reads: ReadonlyMap<string, () => Promise<unknown>>,
): Promise<ReadonlyMap<string, unknown>> {
  const asked = [...reads].map(async ([name, read]) => [name, await read().catch(refusalOf)] as const);
  return new Map(await Promise.all(asked));
}

async function search(query: string): Promise<unknown> {
  const parsed = parseSearch(new URLSearchParams(query));
  if (!parsed.ok) throw new Error(`${query}: ${JSON.stringify(parsed.issues)}`);
  return searchListings(parsed.search);
}

async function map(query: string): Promise<unknown> {
  const parsed = parseMapQuery(new URLSearchParams(query));
  if (!parsed.ok) throw new Error(`${query}: ${JSON.stringify(parsed.issues)}`);
  return getListingMap(parsed.query);
}

async function labels(query: string): Promise<unknown> {
  const parsed = parseMapWindow(new URLSearchParams(query));
  if (!parsed.ok) throw new Error(`${query}: ${JSON.stringify(parsed.issues)}`);
  return listMapLabels(parsed.window.bounds);
}

function refusalOf(thrown: unknown): unknown {
  if (isAppError(thrown)) return { refused: thrown.message };
  throw thrown;
}
