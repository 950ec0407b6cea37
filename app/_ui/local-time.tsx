"use client";

import { useHydrated } from "@/app/_ui/use-hydrated";

type Props = { iso: string; hasTime?: boolean };

/** An instant in the time of whoever looks at it; in UTC, and saying so, until their browser is asked. */
export function LocalTime({ iso, hasTime = true }: Props) {
  const isHydrated = useHydrated();
  const text = new Date(iso).toLocaleString("en-AU", {
    ...{ day: "numeric", month: "short", year: "numeric" },
    ...(hasTime ? { hour: "numeric", minute: "2-digit" } : {}),
    ...(isHydrated ? {} : { timeZone: "UTC" }),
    ...(isHydrated || !hasTime ? {} : { timeZoneName: "short" }),
  });
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {text}
    </time>
  );
}
