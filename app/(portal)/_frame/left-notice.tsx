"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * Takes away what the server wrote above a stored page that may be out of date (lib/http/stale-variants.ts), once another page is shown.
 * React does not know it and would leave it there.
 */
export function LeftNotice({ id }: { id: string }) {
  const path = usePathname();
  const first = useRef(path);
  useEffect(() => {
    if (path !== first.current) document.getElementById(id)?.remove();
  }, [path, id]);
  return null;
}
