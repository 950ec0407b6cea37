import homes from "./homes.svg";

const SPRITE: string = homes.src;

export const HOME_FORMS = [
  "house",
  "terrace",
  "townhouse",
  "apartment",
  "unit",
  "villa",
  "rural",
  "land",
] as const;
export type HomeForm = (typeof HOME_FORMS)[number];

const SKIES = ["sky-a", "sky-b", "sky-c", "sky-d"];
const ROOFS = ["roof-a", "roof-b", "roof-c", "roof-d"];
const WALLS = ["wall-a", "wall-b", "wall-c", "wall-d"];
const TREES = ["gum", "round", "cypress", "shrubs"];

type Props = {
  form: HomeForm;
  seed: number;
};

/** A drawn home: the form says what it is, the seed gives it its own colours, light and trees; the same seed, the same picture. */
export function HomePicture({ form, seed }: Props) {
  const dice = scatter(seed);
  const sky = pick(SKIES, dice);
  const isMirrored = (dice >>> 3) % 2 === 1;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 400 300"
      preserveAspectRatio="xMidYMid slice"
      className={`absolute inset-0 size-full ${sky} ${pick(ROOFS, dice >>> 5)} ${pick(WALLS, dice >>> 8)}`}
    >
      <path fill="var(--pic-sky)" d="M-500-200h1400v520h-1400z" />
      <circle cx={60 + (dice % 280)} cy={44 + ((dice >>> 11) % 40)} r="19" fill="var(--pic-sun)" />
      <g transform={isMirrored ? "matrix(-1 0 0 1 400 0)" : undefined}>
        <use href={`${SPRITE}#backdrop`} width="400" height="300" />
        {form === "land" || form === "rural" ? null : (
          <use href={`${SPRITE}#${pick(TREES, dice >>> 13)}`} width="400" height="300" />
        )}
        <use href={`${SPRITE}#${drawingOf(form, dice)}`} width="400" height="300" />
      </g>
    </svg>
  );
}

/** Houses are the most, so there are two kinds of them. */
function drawingOf(form: HomeForm, dice: number): string {
  return form === "house" && (dice >>> 17) % 2 === 1 ? "cottage" : form;
}

function pick(choices: readonly string[], dice: number): string | undefined {
  return choices[dice % choices.length];
}

/** Neighbouring seeds must not look alike: the finaliser of MurmurHash3. */
function scatter(seed: number): number {
  const first = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}
