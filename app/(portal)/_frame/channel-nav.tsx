"use client";

import Link from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";

const CHANNELS = [
  { segment: "buy", label: "Buy" },
  { segment: "rent", label: "Rent" },
  { segment: "sold", label: "Sold" },
];

/** On the client for one thing: the layout stays while pages change, and only there is the current page known. */
export function ChannelNav() {
  const current = useSelectedLayoutSegment();
  return (
    <nav aria-label="Main">
      <ul className="-mx-3 flex">
        {CHANNELS.map(({ segment, label }) => (
          <li key={segment}>
            <Link
              href={`/${segment}`}
              prefetch={false}
              aria-current={segment === current ? "true" : undefined}
              className="inline-flex min-h-16 items-center border-transparent border-y-2 px-3 font-medium hover:text-accent aria-[current]:border-b-accent aria-[current]:text-accent sm:px-4"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
