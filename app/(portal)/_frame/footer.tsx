import Link from "next/link";
import { Wordmark } from "@/app/_ui/wordmark";

export function Footer() {
  return (
    <footer className="mt-16 border-line border-t bg-sunken text-sm">
      <div className="shell grid gap-8 py-10 md:grid-cols-[1fr_auto]">
        <div className="grid max-w-2xl content-start gap-3 text-muted">
          <Wordmark />
          <p>
            Listings marked as invented are there for demonstration: neither the homes nor their agents exist.
          </p>
          <p>
            Places from{" "}
            <a href="https://www.geonames.org/" className="link">
              GeoNames
            </a>
            ,{" "}
            <a href="https://creativecommons.org/licenses/by/4.0/" className="link">
              CC BY 4.0
            </a>
            .{" "}
            <Link href="/about" prefetch={false} className="link">
              Data and credits
            </Link>
          </p>
        </div>
        <nav aria-label="Footer" className="not-in-print">
          <ul className="flex flex-wrap gap-x-6 md:gap-x-8">
            {["buy", "rent", "sold", "about"].map((name) => (
              <li key={name}>
                <Link
                  href={`/${name}`}
                  prefetch={false}
                  className="inline-block py-2 capitalize hover:underline"
                >
                  {name}
                </Link>
              </li>
            ))}
            <li>
              {/* Another page altogether, with a theme of its own. */}
              <a href="/sign-in" className="inline-block py-2 text-muted hover:underline">
                For agents
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
