import { CanonicalLink } from "@/app/(portal)/_frame/canonical-link";
import { StaleNotice } from "@/app/(portal)/_frame/stale-notice";
import { StructuredData } from "@/app/(portal)/_frame/structured-data";
import { KeptHomes } from "@/app/(portal)/_saved/kept-homes";
import { SearchForm } from "@/app/(portal)/_search/search-form";
import { publicUrl } from "@/lib/http/public-url";
import { countListings, searchListings } from "@/lib/listings/queries";
import { emptySearch } from "@/lib/listings/search";
import { listRegions } from "@/lib/localities/queries";
import { portalData } from "@/lib/structured-data/organization-data";
import { ExploredSuburbs } from "./_home/explored-suburbs";
import { findExplored } from "./_home/find-explored";
import { NewestHomes } from "./_home/newest-homes";
import { Regions } from "./_home/regions";
import { Street } from "./_home/street";

export const dynamic = "force-dynamic";

const NEWEST_COUNT = 6;

export default async function HomePage() {
  const [newest, today, explored, regions] = await Promise.all([
    searchListings({ ...emptySearch("buy"), limit: NEWEST_COUNT }),
    countListings({ ...emptySearch("buy"), newWithinDays: 1 }),
    findExplored(),
    listRegions(),
  ]);
  return (
    <>
      <CanonicalLink path="/" />
      <StructuredData of={portalData("Verandah", publicUrl)} />
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
      <div className="shell grid grid-cols-[minmax(0,1fr)] gap-16 pt-14">
        <NewestHomes listings={newest.items} newToday={today.total} />
        <section
          aria-labelledby="on-this-device"
          className="not-in-print grid grid-cols-[minmax(0,1fr)] gap-5"
        >
          <h2 id="on-this-device" className="text-3xl">
            On this device
          </h2>
          <KeptHomes />
        </section>
        <ExploredSuburbs profiles={explored} />
        <Regions regions={regions} />
      </div>
    </>
  );
}
