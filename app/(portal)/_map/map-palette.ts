/** The colours of a map, as a canvas can take them, and the font of its names. */
export type MapPalette = {
  readonly land: string;
  readonly water: string;
  readonly coast: string;
  readonly label: string;
  readonly accent: string;
  readonly font: string;
};

const TOKENS = {
  land: "--ground",
  water: "--info-soft",
  coast: "--edge",
  label: "--muted",
  accent: "--accent",
} as const;

/** The tokens as they are in force; light-dark() is resolved only where a colour is used. */
export function readPalette(): MapPalette {
  const { land, water, coast, label, accent } = TOKENS;
  const [font = "sans-serif"] = getComputedStyle(document.body).fontFamily.split(",");
  return {
    ...{ land: inForce(land), water: inForce(water), coast: inForce(coast) },
    ...{ label: inForce(label), accent: inForce(accent), font: font.replaceAll('"', "").trim() },
  };
}

/** Of an element of its own: one that changes its colour may do so by and by. */
function inForce(token: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Tells when the theme may have changed: the system's, or this page's own. Returns how to stop. */
export function watchTheme(tell: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = new MutationObserver(tell);
  system.addEventListener("change", tell);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => {
    system.removeEventListener("change", tell);
    chosen.disconnect();
  };
}
