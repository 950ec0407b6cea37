"use client";

import { useKept } from "./use-kept";

/** That this browser opened the page of a home. It stands over something that is there anyhow: nothing moves when it comes. */
export function ViewedMark({ id }: { id: number }) {
  if (!useKept("viewed").includes(id)) return null;
  return <p className="rounded-full bg-surface/90 px-3 py-1 text-muted text-xs">Looked at</p>;
}
