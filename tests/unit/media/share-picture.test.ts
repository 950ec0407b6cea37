import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { makeSharePicture } from "@/lib/http/media/make-share-picture";
import { drawText } from "@/lib/media/letters";
import { drawSharePicture } from "@/lib/media/share-picture";

const TEXTS = {
  ...{ title: "12 King Street", place: "Newtown NSW 2042", facts: "House, 3 bedrooms" },
  ...{ price: "$1,000,000 to $1,100,000", note: "Invented, for demonstration" },
};
const EMPTY = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"></svg>';

test("whatever a text says, it stays in its line, and nothing of it but outlines is in the drawing", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.integer({ min: 60, max: 900 }),
      (text, widthMax) => {
        const { svg, width } = drawText(text, { size: 40, widthMax });
        expect(width).toBeLessThanOrEqual(widthMax);
        expect(svg).toMatch(
          /^<g transform="scale\(0\.04\)">(?:<path transform="translate\(-?\d+\)" d="[MLQCZ\d .,-]*"\/>)*<\/g>$/,
        );
      },
    ),
  );
});

test("a letter that the font lacks is written by those that it is made of, and what is made of none is left out", () => {
  const at = { size: 40, widthMax: 1_000 };
  expect(drawText("Łódź ő 日本 🏠", at)).toEqual(drawText("ódz o", at));
});

test("a pair of letters stands as close as its font asks", () => {
  const at = { size: 1_000, widthMax: 10_000 };
  const width = (text: string) => drawText(text, at).width;
  expect(width("AV")).toBeLessThan(width("A") + width("V"));
});

test("the picture beside a link is a JPEG of the size that is asked for", async () => {
  const made = await makeSharePicture({ id: 42, propertyType: "house", image: null }, TEXTS);
  const { format, width, height } = await sharp(made).metadata();
  expect({ format, width, height }).toEqual({ format: "jpeg", width: 1_200, height: 630 });
});

test("what is shared is well formed whatever the texts say, and differs from home to home", () => {
  const hostile = '"/><script>alert(1)</script>&';
  const drawn = drawSharePicture({ svg: EMPTY, isFaint: true }, { ...TEXTS, title: hostile, note: hostile });
  expect(drawn).not.toMatch(/script|alert|&/);
  expect(drawn).not.toBe(drawSharePicture({ svg: EMPTY, isFaint: true }, TEXTS));
});
