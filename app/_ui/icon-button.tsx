import type { ComponentProps } from "react";
import { Button } from "@/app/_ui/button";
import { Icon, type IconName } from "@/app/_ui/icon";

type Props = Omit<ComponentProps<typeof Button>, "children" | "busyLabel"> & {
  icon: IconName;
  /** What it does, with what it does it to: "Remove photo 3". */
  label: string;
};

/** A square button that shows only its icon, and is named in words. */
export function IconButton({ icon, label, className = "", look = "quiet", ...others }: Props) {
  return (
    <Button
      {...others}
      look={look}
      aria-label={label}
      className={`aspect-square w-(--control) px-0! ${className}`}
    >
      <Icon of={icon} className="size-4.5" />
    </Button>
  );
}
