"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { keepId } from "./kept-ids";

/** Keeps in this browser that a listing's page was opened. */
export function ViewedKeeper() {
  const path = usePathname();
  useEffect(() => {
    const [, id] = /^\/listing\/(?:.*-)?(\d+)$/.exec(path) ?? [];
    if (id !== undefined) keepId("viewed", Number(id));
  }, [path]);
  return null;
}
