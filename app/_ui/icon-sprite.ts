import * as lucide from "lucide";

const DRAWINGS: Readonly<Record<string, unknown>> = lucide;

const STROKE =
  'fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"';

/** Icons of lucide as symbols of one SVG file, to be shown by name. Throws naming the first that lucide does not have. */
export function iconSprite(names: readonly string[]): string {
  const symbols = names.map(
    (name) => `  <symbol id="${name}" viewBox="0 0 24 24" ${STROKE}>${shapesOf(name)}</symbol>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${symbols.join("\n")}\n</svg>\n`;
}

function shapesOf(name: string): string {
  const drawing = DRAWINGS[name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())];
  if (!Array.isArray(drawing)) throw new Error(`lucide has no icon called ${name}.`);
  return (drawing as lucide.IconNode)
    .map(([shape, attributes]) => `<${shape} ${written(attributes)}/>`)
    .join("");
}

function written(attributes: lucide.SVGProps): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ");
}
