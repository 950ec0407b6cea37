import { type Color, lighten, mix } from "./color";
import type { Colorway } from "./colorways";
import type { Mood, Season } from "./mood";
import type { Random } from "./random";

export type Foliage = { readonly dark: Color; readonly mid: Color; readonly light: Color };

/** The few colours of one picture, already under its light. */
export type Palette = {
  readonly wall: Color;
  readonly second: Color;
  readonly trim: Color;
  readonly roof: Color;
  readonly accent: Color;
  readonly lawn: Color;
  readonly path: Color;
  readonly road: Color;
  readonly timber: Color;
  readonly bark: Color;
  readonly glass: Color;
  readonly lamp: Color;
  readonly hills: Color;
  readonly sea: Color;
  readonly gum: Foliage;
  readonly leaf: Foliage;
  readonly blossom: Foliage;
  readonly bloom: Color;
  /** Any other local colour, brought under the same light. */
  readonly grade: (color: Color) => Color;
  /** The side of a thing that is turned away from the light. */
  readonly shade: (color: Color, amount?: number) => Color;
  /** The side that faces it. */
  readonly lit: (color: Color, amount?: number) => Color;
  /** A thing far away: 0 here, 1 lost in the air. */
  readonly far: (color: Color, amount: number) => Color;
};

const LAWNS: Record<Season, readonly [Color, Color]> = {
  spring: ["#8db35a", "#7fae5f"],
  summer: ["#b3b062", "#a0ad58"],
  autumn: ["#a8a456", "#9aa45c"],
  winter: ["#86a06a", "#7c9868"],
};

const GUMS: readonly [Color, Color, Color] = ["#6f8a66", "#7f9168", "#6b8c7c"];
const LEAVES: Record<Season, readonly [Color, Color, Color]> = {
  spring: ["#5f9a54", "#76a64e", "#4f8f62"],
  summer: ["#4c8451", "#5f8a45", "#3f7d5c"],
  autumn: ["#cf7f33", "#b9512f", "#d9a53c"],
  winter: ["#6a7f5c", "#5b7a63", "#7b8460"],
};
const BLOSSOMS: readonly [Color, Color, Color] = ["#8f78c4", "#9b7fd0", "#7f6fbd"];
const BLOOMS: readonly [Color, Color, Color, Color] = ["#6f6fc4", "#e0607e", "#f2c14a", "#f6efe6"];

/** A limited set of colours for one picture: the paint of the house, the season's green, one blossom, all under one light. */
export function createPalette(random: Random, mood: Mood, colorway: Colorway): Palette {
  const grade = (color: Color) => mix(color, mood.tint, mood.tintAmount);
  const shade = (color: Color, amount = 0.5) => mix(color, mood.shadow, amount * (0.35 + mood.shadowAmount));
  const lit = (color: Color, amount = 0.4) =>
    mix(color, mood.sun, amount * (mood.time === "dusk" ? 0.25 : 0.3 + mood.shadowAmount));
  const foliage = (color: Color): Foliage => {
    const mid = grade(color);
    return { mid, dark: shade(lighten(mid, -0.06), 0.62), light: lit(lighten(mid, 0.06), 0.55) };
  };
  const far = (color: Color, amount: number) => mix(color, mood.skyLow, amount);
  return {
    wall: grade(colorway.wall),
    second: grade(colorway.second),
    trim: grade(colorway.trim),
    roof: grade(colorway.roof),
    accent: grade(colorway.accent),
    lawn: grade(random.pick(LAWNS[mood.season])),
    path: grade(random.pick(["#d9cbb2", "#cfc5b8", "#d6b796", "#c7a58a"])),
    road: grade(mood.isWet ? "#59626c" : "#7b7c7e"),
    timber: grade("#a9774a"),
    bark: grade(random.pick(["#e6dccb", "#d7c6ae", "#cfc9c0"])),
    glass: mix(grade("#4c6476"), mood.skyLow, mood.time === "dusk" ? 0.12 : 0.22),
    lamp: "#ffd98a",
    hills: grade(random.pick(["#6f8f9a", "#7d9a7c", "#8a8fae", "#6f8f80"])),
    sea: grade("#3f8fa3"),
    gum: foliage(random.pick(GUMS)),
    leaf: foliage(random.pick(LEAVES[mood.season])),
    blossom: foliage(random.pick(BLOSSOMS)),
    bloom: grade(random.pick(BLOOMS)),
    grade,
    shade,
    lit,
    far,
  };
}
