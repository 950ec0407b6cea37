import type { Metadata } from "next";
import { CanonicalLink } from "@/app/_ui/canonical-link";
import { Prose } from "@/app/_ui/prose";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Data and credits",
  description: "Where Verandah's places, listings, letters and pictures come from.",
};

export default function AboutPage() {
  return (
    <div className="shell py-12 md:py-16">
      <CanonicalLink path="/about" />
      <Prose>
        <h1 className="text-4xl md:text-5xl">Data and credits</h1>
        <p className="text-lg text-muted">
          Verandah is an open-source portal for property listings. What it shows comes from here:
        </p>
        <h2>Listings</h2>
        <ul>
          <li>
            Listings marked “Invented, for demonstration” are made up by a program: the homes, their agents,
            their agencies and their prices. Nobody can inspect, rent or buy them.
          </li>
          <li>
            Sales under Washington, United States, are{" "}
            <a href="https://www.kaggle.com/datasets/harlfoxem/housesalesprediction" className="link">
              King County house sales of 2014 and 2015
            </a>
            , in the public domain (
            <a href="https://creativecommons.org/publicdomain/zero/1.0/" className="link">
              CC0
            </a>
            ). Their prices are in US dollars; their areas are converted to square metres. No photographs come
            with them.
          </li>
          <li>Every other listing names its source on its own page.</li>
        </ul>
        <h2>Places</h2>
        <p>
          Names, postcodes and positions of suburbs are from{" "}
          <a href="https://www.geonames.org/" className="link">
            GeoNames
          </a>
          , under{" "}
          <a href="https://creativecommons.org/licenses/by/4.0/" className="link">
            CC BY 4.0
          </a>
          ; we shortened the file and gave each place an address.
        </p>
        <h2>Letters and pictures</h2>
        <ul>
          <li>
            Headlines are set in Newsreader, by Production Type; the rest in Figtree, by Erik Kennedy. Both
            are under the{" "}
            <a href="https://openfontlicense.org/" className="link">
              SIL Open Font License
            </a>{" "}
            and served from here.
          </li>
          <li>
            The drawings of homes, rooms and floor plans are the project’s own, made by its program. They show
            no real home.
          </li>
        </ul>
        <h2>Privacy</h2>
        <p>These pages load nothing from anyone else, and set no cookie to read them.</p>
      </Prose>
    </div>
  );
}
