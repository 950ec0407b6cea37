import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "@/app/_ui/button-class";

type Props = ComponentProps<typeof Link> & { look?: ButtonLook };

/** Leads elsewhere, and looks as important as a button. */
export function LinkButton({ look = "secondary", className = "", ...others }: Props) {
  return <Link prefetch={false} {...others} className={`${buttonClass(look)} ${className}`} />;
}
