import Link from "next/link";
import { Icon } from "@/app/_ui/icon";

export type Step = {
  readonly label: string;
  readonly state: "done" | "current" | "ahead" | "wrong";
  /** Where it can be gone to already. */
  readonly href?: string;
};

const WORDS: Readonly<Record<Step["state"], string>> = {
  done: "done",
  current: "this step",
  ahead: "not yet",
  wrong: "has something to put right",
};

const MARKS: Readonly<Record<Step["state"], string>> = {
  done: "border-accent bg-accent text-accent-ink",
  current: "border-accent text-accent",
  ahead: "border-edge text-muted",
  wrong: "border-danger text-danger",
};

/** How far one is in something that is done in an order. */
export function Stepper({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap gap-x-6 gap-y-2">
        {steps.map((step, index) => (
          <li
            key={step.label}
            aria-current={step.state === "current" ? "step" : undefined}
            className="flex items-center gap-2 py-1"
          >
            <span
              aria-hidden="true"
              className={`grid size-7 place-items-center rounded-full border font-semibold text-sm ${MARKS[step.state]}`}
            >
              <Mark state={step.state} number={index + 1} />
            </span>
            <StepLabel step={step} />
            <span className="sr-only">, {WORDS[step.state]}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Mark({ state, number }: { state: Step["state"]; number: number }) {
  if (state === "done") return <Icon of="check" className="size-4" />;
  if (state === "wrong") return <Icon of="circle-alert" className="size-4" />;
  return number;
}

function StepLabel({ step: { label, state, href } }: { step: Step }) {
  const look = state === "current" ? "font-semibold" : state === "ahead" ? "text-muted" : "";
  if (href === undefined) return <span className={look}>{label}</span>;
  return (
    <Link href={href} prefetch={false} className={`py-0.5 hover:underline ${look}`}>
      {label}
    </Link>
  );
}
