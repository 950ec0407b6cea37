import Link from "next/link";
import { type LocalityRef, suburbPath } from "@/lib/localities/locality";
import type { NearbyLocality } from "@/lib/localities/place";

/** The suburbs around one, the nearest first, and how far their middles lie apart. */
export function NearbySuburbs({ suburbs, of }: { suburbs: readonly NearbyLocality[]; of: LocalityRef }) {
  if (suburbs.length === 0) return null;
  return (
    <section aria-labelledby="nearby" className="grid gap-4">
      <h2 id="nearby" className="text-2xl">
        Around {of.name}
      </h2>
      <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4">
        {suburbs.map((suburb) => (
          <li key={suburbPath(suburb)} className="border-line border-b">
            <Link
              href={suburbPath(suburb)}
              prefetch={false}
              className="flex items-baseline justify-between gap-3 py-2.5 hover:text-accent"
            >
              <span className="min-w-0 wrap-anywhere">
                {suburb.name}
                {suburb.region.slug === of.region.slug ? "" : ` ${suburb.region.code}`}
              </span>
              <span className="whitespace-nowrap text-muted text-sm">{kilometres(suburb.km)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function kilometres(km: number): string {
  return `${km < 10 ? km.toFixed(1) : Math.round(km)} km`;
}
