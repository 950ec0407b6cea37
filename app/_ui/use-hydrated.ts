"use client";

import { useSyncExternalStore } from "react";

const NEVER = () => () => {};

/** Whether the page's scripts have taken it over: before, and on the server, it is false. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    NEVER,
    () => true,
    () => false,
  );
}
