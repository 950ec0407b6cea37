import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** WCAG 2.2, 1.4.3 (text) and 1.4.11 (what shows that there is something to operate). */
const TEXT_MIN = 4.5;
const OUTLINE_MIN = 3;

const GROUNDS = ["ground", "surface", "raised", "sunken"];
const TONES = ["accent", "danger", "warning", "success", "info"];

const TEXT_PAIRS = [
  ...["ink", "muted", "accent", "accent-strong", "danger", "danger-strong"].flatMap((text) =>
    GROUNDS.map((ground) => [text, ground] as const),
  ),
  ...TONES.flatMap((tone) => [tone, "ink", "muted"].map((text) => [text, `${tone}-soft`] as const)),
  ...["warning", "success", "info"].flatMap((tone) => [
    [tone, "surface"] as const,
    [tone, "ground"] as const,
  ]),
  ["accent-ink", "accent"] as const,
  ["accent-ink", "accent-strong"] as const,
  ["danger-ink", "danger"] as const,
  ["danger-ink", "danger-strong"] as const,
  ["ground", "ink"] as const,
];

const OUTLINE_PAIRS = GROUNDS.flatMap((ground) => [["edge", ground] as const, ["accent", ground] as const]);

const tokens = readTokens();

test.for(["light", "dark"] as const)("%s: all text has the contrast of WCAG AA", (theme) => {
  expect(below(TEXT_MIN, TEXT_PAIRS, theme)).toEqual([]);
});

test.for(["light", "dark"] as const)("%s: the outline of what can be operated is seen", (theme) => {
  expect(below(OUTLINE_MIN, OUTLINE_PAIRS, theme)).toEqual([]);
});

test("every colour of the tokens has a light and a dark form, and a name for Tailwind", () => {
  const css = readFileSync("app/tokens.css", "utf8");
  const named = [...css.matchAll(/--color-([\w-]+): var\(--([\w-]+)\);/g)];
  expect(named.filter(([, name, token]) => name !== token)).toEqual([]);
  const colours = [...tokens.light.keys()].sort();
  expect([...tokens.dark.keys()].sort()).toEqual(colours);
  expect(named.map(([, name]) => name).sort()).toEqual(expect.arrayContaining(colours));
});

/** The colours of app/tokens.css, which gives each as light-dark(#rrggbb, #rrggbb). */
function readTokens() {
  const css = readFileSync("app/tokens.css", "utf8");
  const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)].map(
    ([, name = "", light = "", dark = ""]) => ({ name, light, dark }),
  );
  return {
    light: new Map(pairs.map(({ name, light }) => [name, light])),
    dark: new Map(pairs.map(({ name, dark }) => [name, dark])),
  };
}

function below(least: number, pairs: typeof TEXT_PAIRS, theme: "light" | "dark"): string[] {
  const ratios = pairs.map(([one, other]) => ({ one, other, ratio: contrast(tokens[theme], one, other) }));
  return ratios
    .filter(({ ratio }) => ratio < least)
    .map(({ one, other, ratio }) => `${one} on ${other}: ${ratio.toFixed(2)}`);
}

function contrast(colours: ReadonlyMap<string, string>, one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(colours.get(one)), luminance(colours.get(other))].sort(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance (WCAG 2.2, definitions). */
function luminance(hex: string | undefined): number {
  const channels = /^#(..)(..)(..)$/.exec(hex ?? "")?.slice(1);
  if (!channels) throw new Error(`${hex} is not a colour of the tokens.`);
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = Number.parseInt(channel, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
