"use client";

import { useSyncExternalStore } from "react";

/** What stands after the "#" of the address, where links keep their token; undefined until the browser is asked. */
export function useLinkToken(): string | undefined {
  return useSyncExternalStore(
    onHashChange,
    () => window.location.hash.slice(1),
    () => undefined,
  );
}

function onHashChange(tell: () => void): () => void {
  window.addEventListener("hashchange", tell);
  return () => window.removeEventListener("hashchange", tell);
}
