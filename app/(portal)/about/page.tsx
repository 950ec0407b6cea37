import type { Metadata } from "next";
import Link from "next/link";
import { AwayLink } from "@/app/(portal)/_site/away-link";
import { SitePage } from "@/app/(portal)/_site/site-page";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Data and credits",
  description: "Where Verandah's places, listings, letters and pictures come from.",
};

export default function AboutPage() {
  return (
    <SitePage
      path="/about"
      title="Data and credits"
      lead="Verandah is an open-source portal for property listings. What it shows comes from here:"
    >
      <h2>Listings</h2>
      <ul>
        <li>
          Listings marked “Invented, for demonstration” are made up by a program: the homes, their agents,
          their agencies and their prices. Nobody can inspect, rent or buy them.
        </li>
        <li>
          Sales under Washington, United States, are{" "}
          <AwayLink href="https://www.kaggle.com/datasets/harlfoxem/housesalesprediction">
            King County house sales of 2014 and 2015
          </AwayLink>
          , in the public domain (
          <AwayLink href="https://creativecommons.org/publicdomain/zero/1.0/">CC0</AwayLink>
          ). Their prices are in US dollars; their areas are converted to square metres. No photographs come
          with them.
        </li>
        <li>Every other listing names its source on its own page.</li>
      </ul>
      <h2>Figures</h2>
      <ul>
        <li>
          The figures of a suburb are made of the listings and sales on this portal, and of nothing else. A
          median is the middle value: half are higher, half lower. None is given for fewer than three.
        </li>
        <li>
          A sale counts on the day on which it was made, with the price that was paid, if that was told and is
          one amount. Days on market run from the day on which a home was listed to the day on which the offer
          was accepted.
        </li>
        <li>
          Of an agency or an agent, only what still shows as sold is counted, and days run to the day of the
          sale.
        </li>
      </ul>
      <h2>Places</h2>
      <p>
        Names, postcodes and positions of suburbs are from{" "}
        <AwayLink href="https://www.geonames.org/">GeoNames</AwayLink>, under{" "}
        <AwayLink href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</AwayLink>; we shortened the
        file and gave each place an address. Distances between suburbs are those between their middles.
      </p>
      <h2>Maps</h2>
      <ul>
        <li>
          The outline of land is from{" "}
          <AwayLink href="https://www.naturalearthdata.com/">Natural Earth</AwayLink>, in the public domain,
          as <AwayLink href="https://github.com/topojson/world-atlas">world-atlas</AwayLink> has it; we
          rounded it, and took the finer outline for Australia, New Zealand and the islands about them alone.
        </li>
        <li>
          It is drawn by <AwayLink href="https://maplibre.org/">MapLibre GL</AwayLink>, under the{" "}
          <AwayLink href="https://github.com/maplibre/maplibre-gl-js/blob/main/LICENSE.txt">
            3-clause BSD licence
          </AwayLink>
          . Where a map shows streets, it says whose they are.
        </li>
      </ul>
      <h2>Letters and pictures</h2>
      <ul>
        <li>
          Headlines are set in Newsreader, by Production Type; the rest in Figtree, by Erik Kennedy. Both are
          under the <AwayLink href="https://openfontlicense.org/">SIL Open Font License</AwayLink> and served
          from here.
        </li>
        <li>
          The icons are <AwayLink href="https://lucide.dev">Lucide</AwayLink>, under the{" "}
          <AwayLink href="https://lucide.dev/license">ISC licence</AwayLink>.
        </li>
        <li>
          The drawings of homes, rooms and floor plans are the project’s own, made by its program. They show
          no real home.
        </li>
      </ul>
      <h2>The program</h2>
      <p>
        Verandah is under the <AwayLink href="https://opensource.org/license/mit">MIT licence</AwayLink>. What
        may be done with what it shows is under{" "}
        <Link href="/terms" prefetch={false} className="link">
          terms
        </Link>
        , and what it stores of you under{" "}
        <Link href="/privacy" prefetch={false} className="link">
          privacy
        </Link>
        .
      </p>
    </SitePage>
  );
}
