import { Specimen, Specimens } from "./show";

const SERIF = [
  ["text-5xl", "A verandah on three sides"],
  ["text-4xl", "A verandah on three sides"],
  ["text-3xl", "A verandah on three sides"],
  ["text-2xl", "A verandah on three sides"],
  ["text-xl", "A verandah on three sides"],
] as const;
const SANS = [
  ["text-lg", "Four bedrooms under tall gums, and a shed."],
  ["text-base", "Four bedrooms under tall gums, and a shed."],
  ["text-sm", "Four bedrooms under tall gums, and a shed."],
  ["text-xs", "Four bedrooms under tall gums, and a shed."],
] as const;
const SPACES = ["w-1", "w-2", "w-3", "w-4", "w-6", "w-8", "w-12", "w-16"];

export function TypeScale() {
  return (
    <>
      <Specimen name="Newsreader, for headlines">
        <div className="grid gap-2">
          {SERIF.map(([size, text]) => (
            <p
              key={size}
              className={`text-balance font-medium font-serif leading-tight tracking-tight ${size}`}
            >
              {text}
            </p>
          ))}
        </div>
      </Specimen>
      <Specimen name="Figtree, for the rest">
        <div className="grid gap-1">
          {SANS.map(([size, text]) => (
            <p key={size} className={size}>
              {text}
            </p>
          ))}
        </div>
      </Specimen>
      <Specimens>
        <Specimen name="Figures of one width">
          <p className="text-right">
            $1,111,111
            <br />
            $888,888
          </p>
        </Specimen>
        <Specimen name="Space, in steps of a quarter rem">
          <div className="flex flex-wrap items-end gap-2">
            {SPACES.map((width) => (
              <span key={width} className={`h-6 rounded-small bg-accent-soft ${width}`} />
            ))}
          </div>
        </Specimen>
        <Specimen name="Corners and shadows">
          <div className="flex gap-4">
            <span className="size-14 rounded-small border border-line bg-surface" />
            <span className="size-14 rounded-control border border-line bg-surface shadow-card" />
            <span className="size-14 rounded-card border border-line bg-raised shadow-raised" />
          </div>
        </Specimen>
      </Specimens>
    </>
  );
}
