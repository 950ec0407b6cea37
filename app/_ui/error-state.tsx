import type { ReactNode } from "react";
import { ToneIcon } from "@/app/_ui/tone-icon";

type Props = {
  /** What happened, without a cause that only the log understands. */
  title: string;
  /** The way out. */
  children: ReactNode;
  /** Trying again first, if that can help. */
  actions?: ReactNode;
};

/** Where something should be and could not be brought. */
export function ErrorState({ title, children, actions }: Props) {
  return (
    <div role="alert" className="grid justify-items-center gap-2 px-4 py-10 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-danger-soft text-danger">
        <ToneIcon tone="danger" className="size-6" />
      </span>
      <p className="font-serif text-xl">{title}</p>
      <div className="max-w-prose text-muted">{children}</div>
      {actions === undefined ? null : (
        <div className="mt-2 flex flex-wrap justify-center gap-3">{actions}</div>
      )}
    </div>
  );
}
