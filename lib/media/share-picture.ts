import { drawText } from "@/lib/media/letters";
import { SHARED_SIZE } from "@/lib/media/shared-size";
import { FRAME } from "@/lib/media/svg";

const PANEL_TOP = 424;
const EDGE = 56;
/** The middle of a drawing is what it is of; more of its sky is left out than of its ground. */
const PICTURE_Y = -190;

const COLORS = { panel: "#fffdf9", ink: "#26221c", muted: "#655e53", accent: "#2b5a4c", empty: "#efe9de" };

export type SharedTexts = {
  readonly title: string;
  readonly place: string;
  readonly price: string;
  readonly facts: string;
  /** What the picture is not, shown on it. */
  readonly note: string;
};

/**
 * A listing as it stands beside a link to it: its picture (an SVG of FRAME's size; faint where it only stands in for one), where it is,
 * what it is, and its price.
 */
export function drawSharePicture(
  { svg: picture, isFaint }: { readonly svg: string; readonly isFaint: boolean },
  texts: SharedTexts,
): string {
  const { width, height } = SHARED_SIZE;
  const inner = width - 2 * EDGE;
  const name = drawText("Verandah", { size: 40, widthMax: 300 });
  const lines = [
    line(texts.title, { y: 76, size: 58, color: COLORS.ink, widthMax: inner }),
    line([texts.place, texts.facts].filter((text) => text !== "").join(" · "), {
      ...{ y: 126, size: 34, color: COLORS.muted, widthMax: inner },
    }),
    line(texts.price, { y: 182, size: 44, color: COLORS.ink, widthMax: inner - name.width - 40 }),
    placed(name.svg, { x: width - EDGE - name.width, y: 182, color: COLORS.accent }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${COLORS.empty}"/>`,
    `<g opacity="${isFaint ? 0.45 : 1}">`,
    picture.replace("<svg ", `<svg x="${(width - FRAME.width) / 2}" y="${PICTURE_Y}" `),
    "</g>",
    `<rect y="${PANEL_TOP}" width="${width}" height="${height - PANEL_TOP}" fill="${COLORS.panel}"/>`,
    `<g transform="translate(0 ${PANEL_TOP})">${lines.join("")}</g>`,
    label(texts.note),
    "</svg>",
  ].join("");
}

type Line = { y: number; size: number; color: string; widthMax: number };

function line(text: string, { y, size, color, widthMax }: Line): string {
  return placed(drawText(text, { size, widthMax }).svg, { x: EDGE, y, color });
}

function label(text: string): string {
  const { svg, width } = drawText(text, { size: 26, widthMax: 800 });
  const [x, y, padding, high] = [EDGE - 16, 28, 20, 46];
  return `<rect x="${x}" y="${y}" width="${width + 2 * padding}" height="${high}" rx="${high / 2}" fill="${COLORS.panel}"/>${placed(svg, { x: x + padding, y: y + 31, color: COLORS.muted })}`;
}

function placed(svg: string, { x, y, color }: { x: number; y: number; color: string }): string {
  return `<g transform="translate(${x} ${y})" fill="${color}">${svg}</g>`;
}
