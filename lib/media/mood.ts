import { type Color, mix, saturate } from "./color";
import type { Random } from "./random";

export const TIMES = ["morning", "noon", "golden", "dusk"] as const;
export type TimeOfDay = (typeof TIMES)[number];
export const WEATHERS = ["clear", "high-cloud", "overcast", "rain", "after-rain"] as const;
export type Weather = (typeof WEATHERS)[number];
export const SEASONS = ["spring", "summer", "autumn", "winter"] as const;
export type Season = (typeof SEASONS)[number];

/** The light of one picture: what the sky looks like and what it does to every colour under it. */
export type Mood = {
  readonly time: TimeOfDay;
  readonly weather: Weather;
  readonly season: Season;
  readonly skyTop: Color;
  readonly skyLow: Color;
  readonly cloud: Color;
  readonly sun: Color;
  /** Laid over every local colour, so that all of them sit in one air. */
  readonly tint: Color;
  readonly tintAmount: number;
  readonly shadow: Color;
  /** Opacity of a cast shadow. */
  readonly shadowAmount: number;
  /** Where one metre of overhang throws its shadow on the wall behind, in metres. The light comes from the left. */
  readonly cast: { readonly right: number; readonly down: number };
  readonly isWet: boolean;
  readonly windowsLit: number;
};

type Sky = readonly [top: Color, low: Color];

const SKIES: Record<TimeOfDay, readonly [Sky, ...Sky[]]> = {
  morning: [
    ["#6fadc9", "#fbe6cb"],
    ["#8aaed6", "#fcd9c6"],
    ["#8fc4c0", "#fdf0d4"],
    ["#a9c3dc", "#f6e9dc"],
  ],
  noon: [
    ["#2f83bd", "#cfe9ef"],
    ["#3b95c6", "#eaf1df"],
    ["#4aa6c4", "#f5edd3"],
    ["#2a74ad", "#b9dcea"],
  ],
  golden: [
    ["#5f8fa8", "#f9c67f"],
    ["#7e86b0", "#f8ad72"],
    ["#6fa19d", "#fbd795"],
    ["#c9826b", "#fbcf86"],
  ],
  dusk: [
    ["#1d2b57", "#ec8f68"],
    ["#27305f", "#d07f9c"],
    ["#17304f", "#7f9dbd"],
    ["#33295a", "#f2a873"],
    ["#1f4a5c", "#f3c98b"],
    ["#3d5f8f", "#f7cdb4"],
  ],
};

const LIGHT: Record<
  TimeOfDay,
  Pick<Mood, "tint" | "tintAmount" | "shadow" | "shadowAmount" | "cast" | "sun">
> = {
  morning: {
    tint: "#ffe2c4",
    tintAmount: 0.1,
    shadow: "#3a4a78",
    shadowAmount: 0.36,
    cast: { right: 0.75, down: 0.6 },
    sun: "#fff1cf",
  },
  noon: {
    tint: "#fff8e4",
    tintAmount: 0.05,
    shadow: "#27406b",
    shadowAmount: 0.4,
    cast: { right: 0.35, down: 0.95 },
    sun: "#fffbe6",
  },
  golden: {
    tint: "#f9a24f",
    tintAmount: 0.15,
    shadow: "#45306a",
    shadowAmount: 0.42,
    cast: { right: 0.95, down: 0.4 },
    sun: "#ffe09a",
  },
  dusk: {
    tint: "#2f3f70",
    tintAmount: 0.38,
    shadow: "#141a40",
    shadowAmount: 0.34,
    cast: { right: 0.6, down: 0.6 },
    sun: "#ffd2a0",
  },
};

/** How much each weather greys the sky and softens the light. */
const VEIL: Record<Weather, { readonly grey: number; readonly shadows: number; readonly air: number }> = {
  clear: { grey: 0, shadows: 1, air: 0 },
  "high-cloud": { grey: 0.12, shadows: 0.85, air: 0.03 },
  overcast: { grey: 0.62, shadows: 0.4, air: 0.12 },
  rain: { grey: 0.74, shadows: 0.3, air: 0.2 },
  "after-rain": { grey: 0.3, shadows: 0.75, air: 0.02 },
};

/** The light for a time, a weather and a season. */
export function createMood(random: Random, when: Pick<Mood, "time" | "weather" | "season">): Mood {
  const { time, weather } = when;
  const [top, low] = random.pick(SKIES[time]);
  const light = LIGHT[time];
  const veil = VEIL[weather];
  const grey = time === "dusk" ? "#535c79" : time === "golden" ? "#a9a3a8" : "#aab4ba";
  const skyTop = mix(top, mix(grey, "#6d7a88", weather === "rain" ? 0.5 : 0.1), veil.grey);
  const skyLow = mix(low, mix(grey, "#e9e6df", 0.6), veil.grey * 0.75);
  const air = time === "dusk" ? light.tint : mix(grey, skyLow, 0.4);
  const tint = mix(light.tint, air, Math.min(1, veil.air * 4));
  return {
    ...when,
    skyTop,
    skyLow,
    cloud:
      time === "dusk"
        ? mix(skyLow, "#4a4a78", 0.45)
        : mix("#ffffff", skyLow, weather === "overcast" ? 0.3 : 0.15),
    sun: light.sun,
    tint: veil.grey > 0.5 ? saturate(tint, 0.6) : tint,
    tintAmount: Math.min(0.6, light.tintAmount * (1 - veil.grey * 0.4) + veil.air),
    shadow: light.shadow,
    shadowAmount: light.shadowAmount * veil.shadows,
    cast: light.cast,
    isWet: weather === "rain" || weather === "after-rain",
    windowsLit:
      time === "dusk" ? 0.8 : weather === "rain" ? 0.45 : time === "golden" && veil.grey > 0.5 ? 0.3 : 0,
  };
}
