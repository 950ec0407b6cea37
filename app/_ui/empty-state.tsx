import type { ReactNode } from "react";
import { Icon, type IconName } from "@/app/_ui/icon";

type Props = {
  icon?: IconName;
  /** What is not there. */
  title: string;
  /** Why, and what would bring something. */
  children?: ReactNode;
  actions?: ReactNode;
};

/** Where nothing is, and that is no failure. */
export function EmptyState({ icon, title, children, actions }: Props) {
  return (
    <div className="grid justify-items-center gap-2 px-4 py-10 text-center">
      {icon === undefined ? null : (
        <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent">
          <Icon of={icon} className="size-6" />
        </span>
      )}
      <p className="font-serif text-xl">{title}</p>
      {children === undefined ? null : <div className="max-w-prose text-muted">{children}</div>}
      {actions === undefined ? null : (
        <div className="mt-2 flex flex-wrap justify-center gap-3">{actions}</div>
      )}
    </div>
  );
}
