import { Specimen } from "./show";

const GROUNDS = ["bg-ground", "bg-surface", "bg-raised", "bg-sunken", "bg-line", "bg-edge"];
const STRONG = [
  "bg-ink text-ground",
  "bg-accent text-accent-ink",
  "bg-accent-strong text-accent-ink",
  "bg-danger text-danger-ink",
  "bg-danger-strong text-danger-ink",
];
const SOFT = [
  "bg-accent-soft text-accent",
  "bg-success-soft text-success",
  "bg-info-soft text-info",
  "bg-warning-soft text-warning",
  "bg-danger-soft text-danger",
];

export function Colours() {
  return (
    <>
      <Specimen name="Grounds and lines">
        <Swatches classes={GROUNDS} />
      </Specimen>
      <Specimen name="What stands out, with the text on it">
        <Swatches classes={STRONG} />
      </Specimen>
      <Specimen name="Tones, on their quiet backgrounds">
        <Swatches classes={SOFT} />
      </Specimen>
    </>
  );
}

function Swatches({ classes }: { classes: readonly string[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3">
      {classes.map((names) => {
        const [name = ""] = names.split(" ");
        const isText = names.includes(" ");
        return (
          <li key={names} className="grid gap-1 text-sm">
            <span
              className={`grid h-14 place-items-center rounded-control border border-line ${names}`}
              aria-hidden={!isText}
            >
              {isText ? "$1,250,000" : null}
            </span>
            <span className="text-muted">{name.replace("bg-", "")}</span>
          </li>
        );
      })}
    </ul>
  );
}
