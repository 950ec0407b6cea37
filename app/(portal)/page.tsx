import Link from "next/link";
import { CanonicalLink } from "@/app/_ui/canonical-link";
import { Icon } from "@/app/_ui/icon";
import { StaleNotice } from "@/app/(portal)/_frame/stale-notice";
import { CardGrid } from "@/app/(portal)/_listing/card-grid";
import { SearchForm } from "@/app/(portal)/_search/search-form";
import { searchListings } from "@/lib/listings/queries";
import { emptySearch } from "@/lib/listings/search";
import { listRegions } from "@/lib/localities/queries";
import { Regions } from "./_home/regions";
import { Street } from "./_home/street";

export const dynamic = "force-dynamic";

const NEWEST_COUNT = 6;

export default async function HomePage() {
  const [newest, regions] = await Promise.all([
    searchListings({ ...emptySearch("buy"), limit: NEWEST_COUNT }),
    listRegions(),
  ]);
  return (
    <>
      <CanonicalLink path="/" />
      <StaleNotice />
      <section className="relative overflow-hidden border-line border-b bg-linear-to-b from-surface via-45% via-surface to-[var(--hero-sky)]">
        <div className="shell grid gap-7 pt-12 pb-8 md:pt-20">
          <div className="grid max-w-3xl gap-4">
            <h1 className="text-[2.5rem] md:text-6xl">Somewhere to sit outside and call it home</h1>
            <p className="max-w-xl text-lg text-muted">
              Homes for sale, to rent and recently sold, suburb by suburb, with every change of price on the
              record.
            </p>
          </div>
          <SearchForm />
        </div>
        <Street />
      </section>
      <div className="shell grid gap-16 pt-14">
        {newest.items.length === 0 ? null : (
          <section aria-labelledby="newest" className="grid gap-6">
            <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
              <h2 id="newest" className="text-3xl">
                Just listed
              </h2>
              <Link href="/buy" prefetch={false} className="link inline-flex items-center gap-1.5">
                All homes for sale
                <Icon of="arrow-right" className="size-4" />
              </Link>
            </div>
            <CardGrid listings={newest.items} columns="lg:grid-cols-3" />
          </section>
        )}
        <Regions regions={regions} />
      </div>
    </>
  );
}
