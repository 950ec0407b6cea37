import { altOf } from "./alt";
import { definitions } from "./defs";
import { exterior } from "./exterior";
import { type Subject, settle } from "./facts";
import { createMood } from "./mood";
import { createRandom } from "./random";
import { FRAME, group } from "./svg";

export type Drawing = {
  readonly svg: string;
  readonly palette: PaletteSummary;
  /** One sentence that says what is to be seen. */
  readonly alt: string;
};

export type PaletteSummary = {
  readonly sky: string;
  readonly wall: string;
  readonly ground: string;
  readonly accent: string;
};

/** An invented exterior for a listing, 1200 by 800: the same subject always gives the same bytes. It holds no text, people or brands. */
export function drawListing(subject: Subject): Drawing {
  const facts = settle(subject);
  const random = createRandom(facts.seed).fork(facts.propertyType);
  const mood = createMood(random.fork("mood"), facts);
  const { scene, behind, subject: building, before } = exterior(random, mood, facts);
  const mirrored = random.fork("mirror").chance(0.5);
  const drawing = group(
    [...behind, group([building], 'id="subject"'), ...before],
    mirrored ? `transform="matrix(-1 0 0 1 ${FRAME.width} 0)"` : "",
  );
  return {
    svg: frame(definitions(scene) + drawing),
    palette: {
      sky: mood.skyLow,
      wall: scene.palette.wall,
      ground: scene.palette.lawn,
      accent: scene.palette.accent,
    },
    alt: altOf(facts),
  };
}

/** Wraps a drawing in its frame; nothing outside it shows, wherever the picture is embedded. */
export function frame(content: string): string {
  const { width, height } = FRAME;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" overflow="hidden">${trimmed(content)}</svg>`;
}

/** Without the noughts before decimal points: a twentieth of a drawing's bytes. */
function trimmed(content: string): string {
  return content.replace(/(?<![\d.a-z#])0\.(?=\d)/g, ".");
}
