import { slugify } from "@/lib/slug";
import { distanceKm } from "@/prisma/seed/demo/distance";
import type { DemoPlace, Market } from "@/prisma/seed/demo/market";
import { mixText, Random } from "@/prisma/seed/demo/random";

export type DemoAgent = {
  readonly slug: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
};

export type DemoOffice = {
  readonly slug: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly market: Market;
  readonly agents: readonly DemoAgent[];
};

type Site = { readonly index: number; readonly place: DemoPlace };

const OFFICES_MAX = 480;
const OFFICES_PER_PLACE = 4;

const BRANDS =
  `Lantern|Saltbush|Kurrajong|Paperbark|Northlight|Sundial|Fieldnote|Bluegum|Gatepost|Weatherboard|Tin Roof|Half Acre|Sandstone|Lyrebird|Front Step|Long Verandah|Corrugate|Bellbird|Hearthside|Open Gate|Southerly|Ironbark|Terracotta|Picket|Morning Room|Letterbox|Flywire|Wattlebird|Jetty|Quarter Acre|Threshold|Clothesline|Mulberry|Driftwood|Fibro`.split(
    "|",
  );
const TRADES = ["Property", "Estate Agents", "Homes", "Real Estate", "Residential", "& Co"];
const FIRST_NAMES =
  `Ada Aiden Alma Amir Anika Arlo Asha Bao Bea Cato Clem Dara Dev Edie Elio Esme Fern Gia Hana Hugo Ida Imran Ines Iris Jae Jonas Juno Kai Kiri Lars Lena Leo Linh Luca Mabel Mae Mila Nadia Nico Nina Noor Olive Omar Otto Priya Quinn Rafi Remy Rosa Rumi Sana Silas Soren Tavi Tess Uma Vera Viet Wren Yara Yusuf Zadie`.split(
    " ",
  );
const SURNAME_BEGINS =
  `Ard Bel Bram Cald Cor Dell Ever Fal Fenn Gar Hal Hest Ing Jar Kel Lan Lor Marn Nev Orr Pell Quill Rav Sel Tarr Thor Ven Wes Yal Zell`.split(
    " ",
  );
const SURNAME_ENDS =
  "acre aby ander asco atte eby edge eld ember endish eroy etto igan imore inda ingle isson ivell onga orra oway umbe urra".split(
    " ",
  );

// Set aside by the Australian Communications and Media Authority for fiction: they ring nowhere.
const AREA_CODES: Readonly<Record<string, string>> = {
  ...{ nsw: "02", act: "02", vic: "03", tas: "03" },
  ...{ qld: "07", wa: "08", sa: "08", nt: "08" },
};
const MOBILES =
  `570006 570156 570157 570158 570159 570110 570313 570737 571266 571491 571804 572549 572665 572983 573770 573087 574118 574632 575254 575789 576398 576801 577426 577644 578957 578148 578888 579212 579760 579455`.split(
    " ",
  );

/** Offices where people live, each with its agents: all invented. Every region has one at least. */
export function foundOffices(
  markets: readonly Market[],
  chooseMarket: (share: number) => Market,
  seed: number,
): DemoOffice[] {
  const random = new Random(seed, mixText("offices"));
  const sites = new Set(largestOfEachRegion(markets));
  for (let tries = 0; tries < OFFICES_MAX; tries += 1) sites.add(chooseMarket(random.share()));
  const slugs = new Set<string>();
  return [...sites].map((market) => foundOffice(market, random, slugs));
}

/** The offices that sell in a market, by index: the nearest few of its region. Sought once for each market. */
export function officesNear(offices: readonly DemoOffice[]): (market: Market) => readonly number[] {
  const byRegion = new Map<string, Site[]>();
  offices.forEach(({ market: { place } }, index) => {
    const sites = byRegion.get(place.regionSlug) ?? [];
    byRegion.set(place.regionSlug, [...sites, { index, place }]);
  });
  const found = new Map<Market, readonly number[]>();
  return (market) => {
    const known = found.get(market) ?? nearest(market, byRegion.get(market.place.regionSlug) ?? []);
    found.set(market, known);
    return known;
  };
}

function nearest(market: Market, offices: readonly Site[]): number[] {
  return offices
    .map(({ index, place }) => ({ index, km: distanceKm(market.place, place) }))
    .sort((one, other) => one.km - other.km || one.index - other.index)
    .slice(0, OFFICES_PER_PLACE)
    .map(({ index }) => index);
}

function largestOfEachRegion(markets: readonly Market[]): Market[] {
  const largest = new Map<string, Market>();
  for (const market of markets) {
    const known = largest.get(market.place.regionSlug);
    if (!known || market.place.people > known.place.people) largest.set(market.place.regionSlug, market);
  }
  return [...largest.values()];
}

function foundOffice(market: Market, random: Random, slugs: Set<string>): DemoOffice {
  const name = `${random.pick(BRANDS)} ${random.pick(TRADES)} ${market.place.name}`;
  const slug = unusedSlug(`${name} ${market.place.regionSlug}`, slugs);
  const domain = `${slug}.example.com`;
  const agents = Array.from({ length: random.whole(2, 7) }, () => hireAgent(domain, random, slugs));
  const line = `(${AREA_CODES[market.place.regionSlug] ?? "02"}) 5550 ${String(random.whole(0, 9999)).padStart(4, "0")}`;
  return { slug, name, phone: line, email: `office@${domain}`, market, agents };
}

function hireAgent(domain: string, random: Random, slugs: Set<string>): DemoAgent {
  const name = `${random.pick(FIRST_NAMES)} ${random.pick(SURNAME_BEGINS)}${random.pick(SURNAME_ENDS)}`;
  const slug = unusedSlug(name, slugs);
  const mobile = random.pick(MOBILES);
  const phone = `0491 ${mobile.slice(0, 3)} ${mobile.slice(3)}`;
  return { slug, name, phone, email: `${slugify(name).replaceAll("-", ".")}@${domain}` };
}

function unusedSlug(text: string, taken: Set<string>): string {
  const plain = slugify(text);
  let slug = plain;
  for (let count = 2; taken.has(slug); count += 1) slug = `${plain}-${count}`;
  taken.add(slug);
  return slug;
}
