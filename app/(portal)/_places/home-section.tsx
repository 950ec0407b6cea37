import Link from "next/link";
import { Icon } from "@/app/_ui/icon";
import { CardGrid } from "@/app/(portal)/_listing/card-grid";
import type { ListingCard } from "@/lib/listings/listing";

type Props = {
  id: string;
  title: string;
  listings: readonly ListingCard[];
  /** Where all of them are, and in what words. */
  all: { readonly href: string; readonly words: string };
};

/** Some homes under a heading, and the way to all of them; nothing where there are none. */
export function HomeSection({ id, title, listings, all }: Props) {
  if (listings.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-6">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h2 id={id} className="text-3xl">
          {title}
        </h2>
        <Link href={all.href} prefetch={false} className="link inline-flex items-center gap-1.5 py-1">
          {all.words}
          <span className="sr-only">{title}</span>
          <Icon of="arrow-right" className="size-4" />
        </Link>
      </div>
      <CardGrid listings={listings} />
    </section>
  );
}
