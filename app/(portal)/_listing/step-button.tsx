import { Icon } from "@/app/_ui/icon";

type Props = {
  to: "previous" | "next";
  /** There is none further on; the button stays where it is, so that the focus does too. */
  isOver: boolean;
  onStep: () => void;
};

const LOOKS = {
  previous: { icon: "chevron-left", label: "Previous picture", place: "left-3" },
  next: { icon: "chevron-right", label: "Next picture", place: "right-3" },
} as const;

/** At a side of the pictures, in the middle of their height. */
export function StepButton({ to, isOver, onStep }: Props) {
  const { icon, label, place } = LOOKS[to];
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isOver || undefined}
      onClick={isOver ? undefined : onStep}
      className={`absolute top-1/2 ${place} grid size-12 -translate-y-1/2 cursor-pointer place-items-center rounded-full border border-edge bg-surface shadow-card hover:border-ink aria-disabled:cursor-default aria-disabled:border-line aria-disabled:text-edge`}
    >
      <Icon of={icon} />
    </button>
  );
}
