import Link from "next/link";
import { grouped } from "@/app/(portal)/_listing/listing-words";
import { CHANNEL_WORDS } from "@/app/(portal)/_results/channel-words";
import { CHANNELS } from "@/lib/listings/listing";
import { emptySearch, searchPath } from "@/lib/listings/search";
import type { RegionWithCounts } from "@/lib/localities/place";

/** Every region where there is something to see, with how much; channels without a listing are left out. */
export function Regions({ regions }: { regions: readonly RegionWithCounts[] }) {
  const shown = regions.filter(({ counts }) => counts.buy + counts.rent + counts.sold > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="regions" className="grid gap-6">
      <h2 id="regions" className="text-3xl">
        Explore by state
      </h2>
      <ul className="grid gap-x-10 sm:grid-cols-2 lg:grid-cols-3">
        {shown.map((region) => (
          <li key={region.slug} className="grid gap-1 border-line border-t py-4">
            <h3 className="text-xl">{region.name}</h3>
            <p className="text-muted text-sm">{region.country}</p>
            <ul className="-mx-2 flex flex-wrap">
              {CHANNELS.filter((channel) => region.counts[channel] > 0).map((channel) => (
                <li key={channel}>
                  <Link
                    href={searchPath({ ...emptySearch(channel), region: region.slug })}
                    prefetch={false}
                    className="inline-block rounded px-2 py-1.5 hover:bg-sunken"
                  >
                    <span className="link">
                      {CHANNEL_WORDS[channel].nav}
                      <span className="sr-only"> in {region.name}</span>
                    </span>{" "}
                    <span className="text-muted text-sm">{grouped(region.counts[channel])}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
