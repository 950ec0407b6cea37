import type { Color } from "./color";

export const ERAS = [
  "victorian",
  "federation",
  "art-deco",
  "mid-century",
  "brutalist",
  "contemporary",
  "queenslander",
] as const;
export type Era = (typeof ERAS)[number];

export type Material = "brick" | "weatherboard" | "render" | "sandstone" | "concrete" | "timber" | "iron";

/** How one house is painted; each set was chosen by eye to hang together. */
export type Colorway = {
  readonly material: Material;
  readonly wall: Color;
  /** The second surface: a gable, an upper floor, a feature wall. */
  readonly second: Color;
  readonly secondMaterial: Material;
  readonly trim: Color;
  readonly roof: Color;
  readonly accent: Color;
};

type Row = readonly [Material, Color, Material, Color, trim: Color, roof: Color, accent: Color];

const ROWS: Record<Era, readonly Row[]> = {
  victorian: [
    ["render", "#ecdcbc", "render", "#d8c39b", "#fffaf0", "#76818a", "#2f5a4f"],
    ["render", "#9fb4bd", "render", "#7f98a3", "#fbf6ea", "#5d6a73", "#8c2f39"],
    ["render", "#d8a48f", "render", "#c28a75", "#fdf3e3", "#6d7278", "#27485c"],
    ["brick", "#a8523d", "render", "#ecdfc8", "#f8ecd4", "#6f767c", "#1f3f3a"],
    ["render", "#8fa58a", "render", "#738c70", "#fbf5e6", "#78807f", "#d59a3a"],
    ["render", "#4d5a66", "render", "#3d4852", "#f4efe4", "#39424b", "#d8b04c"],
    ["render", "#f6efe2", "render", "#ddd2bf", "#ffffff", "#5b6770", "#33507c"],
    ["render", "#dcb565", "render", "#c39b4d", "#fff6e0", "#787069", "#375a4a"],
    ["sandstone", "#d8b27c", "sandstone", "#c59c64", "#f7ead0", "#5f6a70", "#5a2e3a"],
  ],
  federation: [
    ["brick", "#a64e38", "render", "#eadcbd", "#f6ead0", "#b9583a", "#2c5446"],
    ["brick", "#93432f", "weatherboard", "#e9dfc9", "#f3e8d0", "#5b656e", "#7b2d34"],
    ["brick", "#b4634a", "timber", "#8f9c7a", "#f4ebd8", "#a04a33", "#3d5a3c"],
    ["weatherboard", "#e8dcc0", "timber", "#c6b58d", "#fffaf0", "#a8452f", "#30566b"],
    ["brick", "#8a4536", "render", "#d8cdb4", "#efe5cd", "#8d4a3c", "#c4913a"],
    ["weatherboard", "#a3b2a4", "timber", "#8a9b8c", "#fbf6ea", "#6e4038", "#8a2f2c"],
  ],
  "art-deco": [
    ["render", "#f3e6cd", "brick", "#7c3f36", "#5b2b33", "#b3613f", "#2a6b73"],
    ["render", "#f1cdbb", "render", "#e0ac98", "#fff8ee", "#8a5a4c", "#2f6f74"],
    ["render", "#d3e2d2", "render", "#a9c6b3", "#fffdf2", "#7d6b5d", "#d06a4a"],
    ["brick", "#7a4034", "render", "#f0e2c6", "#f3e7cf", "#8d4b37", "#e0b24f"],
    ["brick", "#c09a6b", "brick", "#7b4a3b", "#f6eddc", "#7d4534", "#24504f"],
    ["render", "#f7f0e2", "render", "#6d8fa6", "#31506b", "#6b6f78", "#dfa04a"],
  ],
  "mid-century": [
    ["brick", "#c98f6a", "timber", "#8f5b39", "#fbf3e2", "#7a6c60", "#e2a02f"],
    ["brick", "#e6d9c3", "timber", "#6d7f5e", "#ffffff", "#5c6265", "#d2562f"],
    ["weatherboard", "#7fa3a3", "brick", "#d1b18d", "#fdf8ea", "#5b5650", "#f0b93f"],
    ["brick", "#b9785a", "render", "#f2ead8", "#fff8e8", "#4d5458", "#2d8385"],
    ["weatherboard", "#e9d79b", "brick", "#b2765b", "#fffdf3", "#6f6a66", "#c8493a"],
    ["timber", "#a3663c", "brick", "#efe3cf", "#fcf5e6", "#454b50", "#3c7a86"],
  ],
  brutalist: [
    ["concrete", "#bdb2a1", "concrete", "#a39887", "#6d4e36", "#8e8577", "#e0842f"],
    ["concrete", "#a9a49b", "concrete", "#8f8b84", "#3f3b38", "#7d7973", "#c8452f"],
    ["concrete", "#c9b79c", "concrete", "#ae9c82", "#7a5336", "#948468", "#2f6f6b"],
    ["concrete", "#b5a79a", "brick", "#8a5a47", "#4c3a2f", "#857b70", "#e3b23c"],
  ],
  contemporary: [
    ["render", "#f3efe6", "timber", "#b97f4e", "#3a4045", "#3f454a", "#d9793b"],
    ["render", "#464c52", "timber", "#c48d58", "#24292d", "#2f353a", "#e7c15c"],
    ["sandstone", "#d9bd92", "render", "#f5f0e6", "#3d3a37", "#5a5f62", "#2f6d6a"],
    ["brick", "#d8cdbd", "timber", "#8a6a4c", "#2e3336", "#44494d", "#5d7f5a"],
    ["timber", "#7d5b41", "render", "#e9e3d8", "#22282c", "#31383d", "#d0a03e"],
    ["brick", "#8a4b3c", "render", "#e8dfd2", "#2b3034", "#3a4147", "#6aa0a8"],
  ],
  queenslander: [
    ["weatherboard", "#f4efe2", "timber", "#d5c9af", "#ffffff", "#b04a38", "#2f5d50"],
    ["weatherboard", "#b9ccd3", "timber", "#93acb5", "#ffffff", "#8d979c", "#c65a3d"],
    ["weatherboard", "#c9d2b4", "timber", "#a6b38e", "#fffdf2", "#5b7062", "#8b3a35"],
    ["weatherboard", "#f0d9b8", "timber", "#d9b98f", "#fffaf0", "#5f6d78", "#2b6680"],
    ["weatherboard", "#e6bfae", "timber", "#cf9f8c", "#fff8f0", "#a9b0b1", "#37565a"],
  ],
};

/** Every colourway of an era, in an order that puts unlike ones side by side. */
export function colorwaysOf(era: Era): readonly Colorway[] {
  return ROWS[era].map(([material, wall, secondMaterial, second, trim, roof, accent]) => ({
    material,
    wall,
    secondMaterial,
    second,
    trim,
    roof,
    accent,
  }));
}
