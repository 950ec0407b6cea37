import type { Market } from "@/prisma/seed/demo/market";
import { Random } from "@/prisma/seed/demo/random";

const STREETS_PER_PLACE = 36;

// Trees, birds, weather, work and lie of the land: what streets are named after here when not after a person.
const NAMES =
  `Acacia Anchor Ash Banksia Barracks Bay Beech Bellbird Birch Bluebell Blackwood Boronia Bottlebrush Boundary Bridge
Brolga Brook Bushland Butterfly Canal Casuarina Cedar Chapel Church Clover Cloud Coral Correa Creek Currawong Cypress Daisy
Dairy Depot Dove East Elm Emu Fern Ferry Fig Finch Foundry Galah Garden Gate Glade Grevillea Grove Gumnut Hakea Harbour Haven
Hazel Heath Heron High Hill Hillside Honeyeater Ironbark Jacaranda Juniper Kiln Kingfisher Kookaburra Kurrajong Lagoon Lake Lantern
Larch Laurel Lavender Lemon Lighthouse Lilac Lorikeet Lyrebird Magnolia Magpie Mallee Maple Market Meadow Melaleuca Mill Mint
Mulberry Myrtle North Oak Olive Orchard Orchid Osprey Paddock Palm Paperbark Park Peach Pear Pelican Pepper Pine Plane Poplar Post
Quarry Quince Rainbow Reed Reservoir Ridge River Robin Rosella Rosemary Saltbush Sandstone School Shearwater Short Silky Smith
South Spring Station Stringybark Sugarloaf Summit Sunrise Swan Sycamore Tamarind Tannery Teatree Telegraph Thornbill Valley View
Vineyard Violet Wagtail Walnut Waratah Waterfall Wattle Weaver Well West Wharf Willow Windmill Wombat Woodland Woolshed Wren`
    .split(/\s+/)
    .filter(Boolean);

const TYPES = {
  Street: 44,
  Road: 14,
  Avenue: 13,
  Crescent: 6,
  Parade: 5,
  Court: 5,
  Place: 4,
  Drive: 4,
  Lane: 3,
  Terrace: 2,
} as const;

const RURAL_TYPES = { Road: 70, Lane: 22, Track: 8 } as const;

/** A street of this place, or a road out of it; each place has its own few dozen, the same for all its listings. */
export function pickStreet({ placeSeed }: Market, random: Random, isRural: boolean): string {
  const street = new Random(placeSeed, random.whole(0, STREETS_PER_PLACE - 1));
  return `${street.pick(NAMES)} ${isRural ? street.weighted(RURAL_TYPES) : street.weighted(TYPES)}`;
}
