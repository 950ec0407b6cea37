"use client";

import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";

/** Prints the listing on one sheet. */
export function PrintButton() {
  return (
    <Button className="needs-scripts" onClick={() => window.print()}>
      <Icon of="printer" className="size-4.5" />
      Print
    </Button>
  );
}
