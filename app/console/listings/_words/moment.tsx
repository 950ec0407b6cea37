"use client";

import { useEffect, useState } from "react";
import { agoText } from "./ago-text";

const EVERY_MS = 30_000;

/** How long ago an instant (ISO) was, kept up to date; the instant itself where the pointer rests. */
export function Moment({ at }: { at: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    // The server's clock and zone are not the reader's.
    <time
      dateTime={at}
      title={new Date(at).toLocaleString("en-AU")}
      suppressHydrationWarning
      className="whitespace-nowrap"
    >
      {agoText(at, now)}
    </time>
  );
}
