import localFont from "next/font/local";

// Of each typeface two files: what nearly every page is written with, which comes with the page (lib/fonts/common-characters.ts), and the rest,
// which a browser asks for where a page has a character of it. Headlines have one weight, all else those from 400 to 700. The ranges stand
// twice because next/font reads nothing but literals; a test holds them together.

export const serif = localFont({
  src: "./newsreader-common.woff2",
  weight: "500",
  variable: "--font-newsreader",
  adjustFontFallback: false,
});

export const serifRest = localFont({
  src: "../../node_modules/@fontsource/newsreader/files/newsreader-latin-500-normal.woff2",
  weight: "500",
  variable: "--font-newsreader-rest",
  preload: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+A1-B1, U+B3-B6, U+B8-D6, U+D8-2DC, U+300-323, U+201A, U+201E, U+2022, U+2032-2044, U+20AC, U+2122, U+2191-2193, U+2215",
    },
  ],
  adjustFontFallback: "Times New Roman",
  fallback: ["Georgia", "serif"],
});

export const sans = localFont({
  src: "./figtree-common.woff2",
  weight: "400 700",
  variable: "--font-figtree",
  adjustFontFallback: false,
});

export const sansRest = localFont({
  src: "../../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  weight: "300 900",
  variable: "--font-figtree-rest",
  preload: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+A1-B1, U+B3-B6, U+B8-D6, U+D8-2DC, U+300-323, U+201A, U+201E, U+2022, U+2032-2044, U+20AC, U+2122, U+2191-2193, U+2215",
    },
  ],
  adjustFontFallback: "Arial",
  fallback: ["system-ui", "sans-serif"],
});
