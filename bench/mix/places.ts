import type { MixLocality, MixWorld } from "@/bench/mix/world";
import { createZipf } from "@/bench/mix/zipf";
import type { Channel } from "@/lib/listings/listing";
import type { ListingSearch } from "@/lib/listings/search";
import type { Random } from "@/prisma/seed/demo/random";

/** Where people search, in hundredths: one suburb, it and what lies around it, several suburbs, a region, everywhere, or what one office or person offers. */
export const PLACES = {
  suburb: 55,
  around: 8,
  several: 7,
  region: 20,
  national: 5,
  agency: 4,
  agent: 1,
} as const;

/** Kilometres. */
const AROUND = { 2: 20, 5: 50, 10: 30 } as const;
const SEVERAL = { 2: 45, 3: 30, 4: 15, 5: 10 } as const;

export type PlaceKind = keyof typeof PLACES;

type Place = Partial<Pick<ListingSearch, "region" | "localities" | "aroundKm" | "agency" | "agent">>;

export type DrawLocality = (channel: Channel, random: Random) => MixLocality;

/** The suburbs of a channel by Zipf's law, the one with most of its listings first. */
export function createLocalityDraw({ localities }: MixWorld): DrawLocality {
  const draws = {
    buy: createZipf(localities, ({ listings }) => listings.buy),
    rent: createZipf(localities, ({ listings }) => listings.rent),
    sold: createZipf(localities, ({ listings }) => listings.sold),
  };
  return (channel, random) => draws[channel](random);
}

export function createPlaceDraw(
  world: MixWorld,
  drawLocality: DrawLocality,
): (channel: Channel, random: Random) => Place {
  const drawRegion = createZipf(world.regions, ({ listings }) => listings);
  const drawAgency = createZipf(world.agencies, ({ listings }) => listings);
  const drawAgent = createZipf(world.agents, ({ listings }) => listings);
  return (channel, random) => {
    const kind = random.weighted(PLACES);
    if (kind === "national") return {};
    if (kind === "region") return { region: drawRegion(random).slug };
    if (kind === "agency") return { agency: drawAgency(random).slug };
    if (kind === "agent") return { agent: drawAgent(random).slug };
    const locality = drawLocality(channel, random);
    if (kind === "suburb") return { localities: [locality.key] };
    if (kind === "around") return { localities: [locality.key], aroundKm: Number(random.weighted(AROUND)) };
    const count = Number(random.weighted(SEVERAL));
    return { localities: nearest(locality, world.localities, count).map(({ key }) => key) };
  };
}

/** The kind of place that a search of the mix asks for. */
export function placeKind({ localities, aroundKm, region, agency, agent }: ListingSearch): PlaceKind {
  if (localities.length > 1) return "several";
  if (localities.length === 1) return aroundKm === null ? "suburb" : "around";
  if (region !== null) return "region";
  if (agency !== null) return "agency";
  return agent === null ? "national" : "agent";
}

/** The suburb and those nearest to it: people add its neighbours. */
function nearest(middle: MixLocality, all: readonly MixLocality[], count: number): readonly MixLocality[] {
  const shrink = Math.cos((middle.latitude * Math.PI) / 180);
  const distance = ({ latitude, longitude }: MixLocality) =>
    Math.hypot(latitude - middle.latitude, (longitude - middle.longitude) * shrink);
  return [...all].sort((one, other) => distance(one) - distance(other)).slice(0, count);
}
