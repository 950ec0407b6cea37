import Link from "next/link";
import { Icon } from "@/app/_ui/icon";
import { CardGrid } from "@/app/(portal)/_listing/card-grid";
import { countText } from "@/app/(portal)/_places/figure-words";
import type { ListingCard } from "@/lib/listings/listing";
import { emptySearch, searchPath } from "@/lib/listings/search";

type Props = { listings: readonly ListingCard[]; newToday: number };

/** The homes that came last, and how many of all came within a day. */
export function NewestHomes({ listings, newToday }: Props) {
  if (listings.length === 0) return null;
  return (
    <section aria-labelledby="newest" className="grid gap-6">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h2 id="newest" className="text-3xl">
          {newToday >= listings.length ? "New today" : "Just listed"}
        </h2>
        <ul className="flex flex-wrap gap-x-6">
          {newToday === 0 ? null : (
            <li>
              <MoreLink href={searchPath({ ...emptySearch("buy"), newWithinDays: 1 })}>
                {`${countText(newToday, "home")} new today`}
              </MoreLink>
            </li>
          )}
          <li>
            <MoreLink href="/buy">All homes for sale</MoreLink>
          </li>
        </ul>
      </div>
      <CardGrid listings={listings} />
    </section>
  );
}

function MoreLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} prefetch={false} className="link inline-flex items-center gap-1.5 py-1">
      {children}
      <Icon of="arrow-right" className="size-4" />
    </Link>
  );
}
