import type { Tick } from "./filter-choices";
import { countWords } from "./filter-words";

/** Boxes of one name, each with how many homes it would leave. */
export function TickList({ name, legend, ticks }: { name: string; legend: string; ticks: readonly Tick[] }) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      <ul className="grid sm:max-lg:grid-cols-2 sm:max-lg:gap-x-6">
        {ticks.map((tick) => (
          <li key={tick.value}>
            <TickBox name={name} tick={tick} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

export function TickBox({ name, tick }: { name: string; tick: Tick }) {
  const { value, label, count, isChosen } = tick;
  return (
    <label className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded px-1 hover:bg-sunken">
      <input type="checkbox" name={name} value={value} defaultChecked={isChosen} className="check" />
      <span dir="auto" className="min-w-0 flex-1 break-words">
        {label}
      </span>
      {count === null ? null : (
        <span className="text-muted text-sm">
          {countWords(count)}
          <span className="sr-only"> {count === 1 ? "home" : "homes"}</span>
        </span>
      )}
    </label>
  );
}
