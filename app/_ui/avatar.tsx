const TONES = [
  "bg-accent-soft text-accent",
  "bg-info-soft text-info",
  "bg-warning-soft text-warning",
  "bg-success-soft text-success",
  "bg-danger-soft text-danger",
];

type Props = {
  name: string;
  /** The address of a picture, where there is one. */
  src?: string | undefined;
  /** Where the name stands beside it anyway. */
  isDecoration?: boolean;
};

/** A person or an agency in little: the picture, else the initials on a colour that stays theirs. */
export function Avatar({ name, src, isDecoration = false }: Props) {
  const shape = "inline-grid size-9 shrink-0 place-items-center rounded-full";
  if (src !== undefined) {
    // biome-ignore lint/performance/noImgElement: pictures come in their sizes; the optimiser is off.
    return <img src={src} alt={isDecoration ? "" : name} className={`${shape} object-cover`} />;
  }
  const classes = `${shape} font-semibold text-sm ${TONES[sumOf(name) % TONES.length]}`;
  if (isDecoration) {
    return (
      <span aria-hidden="true" className={classes}>
        {initials(name)}
      </span>
    );
  }
  return (
    <span role="img" aria-label={name} className={classes}>
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return `${firstLetter(first)}${firstLetter(last)}`.toUpperCase();
}

function firstLetter(word: string | undefined): string {
  return [...(word ?? "")][0] ?? "";
}

function sumOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
}
