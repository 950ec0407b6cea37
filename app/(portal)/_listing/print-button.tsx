"use client";

import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { useHydrated } from "@/app/_ui/use-hydrated";

/** Prints the listing on one sheet. */
export function PrintButton() {
  if (!useHydrated()) return null;
  return (
    <Button onClick={() => window.print()}>
      <Icon of="printer" className="size-4.5" />
      Print
    </Button>
  );
}
