import { useId } from "react";

type Props = {
  label: string;
  value: number;
  max: number;
  /** How far it is, in words: "7 of 12 photos". */
  words: string;
  hasFailed?: boolean;
};

/** How far something has come that can be counted. */
export function Progress({ label, value, max, words, hasFailed = false }: Props) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <div className="flex justify-between gap-4 text-sm">
        <span id={id} className="font-medium">
          {label}
        </span>
        <span className={hasFailed ? "font-medium text-danger" : "text-muted"}>{words}</span>
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={words}
        className="h-2 overflow-hidden rounded-full border border-edge bg-sunken"
      >
        <div
          className={`h-full ${hasFailed ? "bg-danger" : "bg-accent"}`}
          style={{ width: `${max === 0 ? 0 : Math.min(100, (value / max) * 100)}%` }}
        />
      </div>
    </div>
  );
}
