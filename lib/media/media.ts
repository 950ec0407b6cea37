import type { ListingCard } from "@/lib/listings/listing";
import type { PaletteSummary } from "@/lib/media/draw-listing";
import { PICTURE_FORMATS, PICTURE_WIDTHS, type Picture, type PictureKind } from "@/lib/media/picture";
import { planOf } from "@/lib/media/plan-pool";
import { interiorOf, pictureOf } from "@/lib/media/pool";
import names from "@/lib/media/pool.json";
import { ROOMS } from "@/lib/media/rooms";

/** Made by scripts/make-picture-pool.ts: under each key the hash, four colours and the sentence, apart by single spaces. */
const POOL: ReadonlyMap<string, string> = new Map(Object.entries(names));

type Pictured = Pick<
  ListingCard,
  "id" | "propertyType" | "beds" | "baths" | "parking" | "floorAreaM2" | "source"
>;

/** The pictures of an invented listing, by rule from its facts: the outside, then its rooms and a floor plan. None of any other. */
export function picturesOf(listing: Pictured): readonly Picture[] {
  if (!listing.source?.isDemo) return [];
  const outside = pooledPicture("exterior", pictureOf(listing).key);
  if (listing.propertyType === "land") return [outside];
  const rooms = ROOMS.map((room) => pooledPicture(room, interiorOf(listing, room).key));
  return [outside, ...rooms, pooledPicture("floor-plan", planOf(listing).key)];
}

/** The first of picturesOf, without the work of the others. */
export function mainPictureOf(listing: Pictured): Picture | null {
  return listing.source?.isDemo ? pooledPicture("exterior", pictureOf(listing).key) : null;
}

/** What the pool says of a key, or null when it has none. */
export function pooled(
  key: string,
): { readonly hash: string; readonly palette: PaletteSummary; readonly alt: string } | null {
  const entry = POOL.get(key);
  if (entry === undefined) return null;
  const [hash = "", sky = "", wall = "", ground = "", accent = "", ...alt] = entry.split(" ");
  return { hash, palette: { sky, wall, ground, accent }, alt: alt.join(" ") };
}

export function pooledKeys(): readonly string[] {
  return [...POOL.keys()];
}

function pooledPicture(kind: PictureKind, key: string): Picture {
  const entry = pooled(key);
  if (!entry) throw new Error(`lib/media/pool.json has no ${key}: run scripts/make-picture-pool.ts.`);
  return {
    kind,
    alt: entry.alt,
    src: `/media/${key}-${entry.hash}-{width}.{format}`,
    widths: PICTURE_WIDTHS,
    formats: PICTURE_FORMATS,
    palette: entry.palette,
  };
}
