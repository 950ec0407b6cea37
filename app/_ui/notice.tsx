import type { ReactNode } from "react";
import { softTone, type Tone } from "@/app/_ui/tone";
import { ToneIcon } from "@/app/_ui/tone-icon";

type Props = {
  tone?: Tone;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** "alert" interrupts a screen reader, "status" waits for its turn; neither for what stood there from the start. */
  role?: "alert" | "status";
};

/** Something about all that stands below it. At most one at a time. */
export function Notice({ tone = "info", title, children, actions, role }: Props) {
  return (
    <div role={role} className={`flex gap-3 rounded-control px-4 py-3 ${softTone(tone)}`}>
      <ToneIcon tone={tone} className="mt-0.5 size-5" />
      <div className="grid min-w-0 flex-1 gap-1 text-ink">
        <p className="font-semibold">{title}</p>
        {children === undefined ? null : <div>{children}</div>}
        {actions === undefined ? null : <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
