import { type ComponentProps, useId } from "react";

type Props = Omit<ComponentProps<"input">, "id" | "type" | "role" | "className"> & {
  label: string;
  hint?: string;
};

const SWITCH = { type: "checkbox", role: "switch" } as const;

/** On or off, at once. What waits for a form to be sent is a Checkbox. */
export function Switch({ label, hint, ...input }: Props) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4 py-1">
      <div className="grid">
        <label htmlFor={id} className={input.disabled ? "text-muted" : "cursor-pointer"}>
          {label}
        </label>
        {hint === undefined ? null : (
          <span id={`${id}-hint`} className="text-muted text-sm">
            {hint}
          </span>
        )}
      </div>
      <span className="relative mt-px inline-flex shrink-0">
        <input
          {...input}
          id={id}
          {...SWITCH}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          className="peer h-6 w-10.5 cursor-pointer appearance-none rounded-full border border-edge bg-sunken checked:border-accent checked:bg-accent disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1 left-1 size-4 rounded-full border border-transparent bg-edge transition-transform duration-(--quick) peer-checked:translate-x-4.5 peer-checked:bg-accent-ink peer-disabled:bg-line"
        />
      </span>
    </div>
  );
}
