import homes from "@/app/_ui/homes.svg";

const SPRITE: string = homes.src;

const HOMES = [
  { form: "villa", look: "roof-c wall-c" },
  { form: "terrace", look: "roof-b wall-b" },
  { form: "house", look: "roof-a wall-a" },
  { form: "townhouse", look: "roof-c wall-d" },
  { form: "unit", look: "roof-d wall-b" },
  { form: "house", look: "roof-c wall-d" },
  { form: "terrace", look: "roof-d wall-a" },
  { form: "rural", look: "roof-a wall-c" },
] as const;

const STEP = 268;

/** A street of the project's own drawn homes, as wide as the window; what does not fit is cut at its end. */
export function Street() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 2160 230"
      preserveAspectRatio="xMinYMax slice"
      className="not-in-print block h-32 w-full md:h-60"
    >
      <circle cx="1180" cy="52" r="34" fill="var(--pic-sun)" />
      <path fill="var(--pic-hill)" d="M0 150c240-60 520-60 860-24s720-50 1300 8v100H0z" opacity=".7" />
      {HOMES.map(({ form, look }, index) => (
        <g key={form + look} className={look}>
          <use
            href={`${SPRITE}#${index % 2 === 0 ? "gum" : "round"}`}
            x={index * STEP - 130}
            y="-22"
            width="400"
            height="300"
          />
          <use href={`${SPRITE}#${form}`} x={index * STEP - 50} y="-22" width="400" height="300" />
        </g>
      ))}
      <path fill="var(--pic-ground)" d="M0 212h2160v18H0z" />
    </svg>
  );
}
