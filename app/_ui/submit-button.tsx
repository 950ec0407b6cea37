"use client";

import { Button } from "@/app/_ui/button";
import type { ButtonLook } from "@/app/_ui/button-class";
import { useHydrated } from "@/app/_ui/use-hydrated";

type Props = {
  children: string;
  busyLabel: string;
  isBusy: boolean;
  look?: ButtonLook;
  className?: string;
};

/** Sends the form around it by script. Until there is one it waits, as otherwise the browser would send the form itself. */
export function SubmitButton({ children, busyLabel, isBusy, look = "primary", className }: Props) {
  const isHydrated = useHydrated();
  return (
    <Button
      type="submit"
      look={look}
      isBusy={isBusy || !isHydrated}
      busyLabel={isHydrated ? busyLabel : children}
      {...(className === undefined ? {} : { className })}
    >
      {children}
    </Button>
  );
}
