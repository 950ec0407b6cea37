import { useEffect, useState } from "react";
import type { Kept } from "./use-kept-draft";

const EVERY_MS = 1_000;

/** What is not saved, and whether it is safe. */
export function KeptNote({ kept, count }: { kept: Kept; count: number }) {
  const now = useNow(kept.state === "kept");
  if (count === 0) return <p className="text-muted">Everything is saved.</p>;
  const changes = count === 1 ? "1 unsaved change" : `${count} unsaved changes`;
  return (
    <p>
      <span className="font-medium">{changes}</span>
      <span className={kept.state === "failed" ? "text-danger" : "text-muted"}>{safetyText(kept, now)}</span>
    </p>
  );
}

function safetyText(kept: Kept, nowMs: number): string {
  if (kept.state === "failed") return ` · not kept as a draft: ${kept.message}`;
  if (kept.state === "waiting") return " · keeping a draft…";
  if (kept.state === "none") return " · kept as a draft";
  const seconds = Math.max(0, Math.round((nowMs - kept.atMs) / 1_000));
  return ` · kept as a draft ${seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`} ago`;
}

function useNow(isWanted: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isWanted) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, [isWanted]);
  return now;
}
