import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import sharp from "sharp";
import { PROPERTY_TYPES } from "@/lib/listings/listing";
import { drawListing } from "@/lib/media/draw-listing";
import { drawFloorPlan } from "@/lib/media/floor-plan";
import { drawInterior } from "@/lib/media/interior";
import { pictureOf } from "@/lib/media/pool";
import { ROOMS } from "@/lib/media/rooms";

const CELL = { width: 360, height: 240, gap: 6 };

const [file = "docs/pictures/contact-sheet.webp", wanted = "100", first = "1"] = process.argv.slice(2);
const count = Math.min(400, Math.max(1, Number(wanted) || 100));
const columns = Math.min(10, count);

const cells = [];
for (let i = 0; i < count; i++) {
  const picture = await sharp(Buffer.from(draw(i, Number(first) + i)))
    .resize(CELL.width, CELL.height)
    .png()
    .toBuffer();
  cells.push({
    input: picture,
    left: CELL.gap + (i % columns) * (CELL.width + CELL.gap),
    top: CELL.gap + Math.floor(i / columns) * (CELL.height + CELL.gap),
  });
}

const sheet = sharp({
  create: {
    width: CELL.gap + columns * (CELL.width + CELL.gap),
    height: CELL.gap + Math.ceil(count / columns) * (CELL.height + CELL.gap),
    channels: 3,
    background: "#ffffff",
  },
}).composite(cells);

await mkdir(dirname(file), { recursive: true });
if (file.endsWith(".webp")) {
  // Composited first: sharp resizes before it lays the cells, whatever the order of the calls.
  const whole = await sheet.png().toBuffer();
  await sharp(whole).resize({ width: 2400 }).webp({ quality: 74, effort: 5 }).toFile(file);
} else {
  await sheet.png().toFile(file);
}
console.log(`${count} pictures on ${file}`);

/** Ninety outsides of every type in turn, then rooms and plans. */
function draw(index: number, id: number): string {
  if (index % 100 < 90) {
    const propertyType = PROPERTY_TYPES[(index * 3) % PROPERTY_TYPES.length] ?? "house";
    return drawListing(pictureOf({ id, propertyType }).subject).svg;
  }
  const extra = index % 100;
  const room = ROOMS[extra % ROOMS.length] ?? "living";
  if (extra < 97) return drawInterior(id, room).svg;
  return drawFloorPlan({ seed: id, beds: extra - 95, baths: 2, parking: 1, floorAreaM2: null }).svg;
}
