import Link from "next/link";
import { Wordmark } from "@/app/_ui/wordmark";

const GROUPS = [
  {
    name: "Homes",
    links: [
      { href: "/buy", label: "Buy" },
      { href: "/rent", label: "Rent" },
      { href: "/sold", label: "Sold" },
    ],
  },
  {
    name: "This site",
    links: [
      { href: "/about", label: "Data and credits" },
      { href: "/privacy", label: "Privacy" },
      { href: "/terms", label: "Terms" },
      { href: "/accessibility", label: "Accessibility" },
      { href: "/report", label: "Report a listing" },
    ],
  },
] as const;

export function Footer() {
  return (
    <footer className="mt-16 border-line border-t bg-sunken text-sm">
      <div className="shell grid gap-10 py-10 md:grid-cols-[minmax(0,1fr)_auto]">
        <div className="grid max-w-xl content-start gap-3 text-muted">
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
            .
          </p>
        </div>
        <nav aria-label="Footer" className="not-in-print grid grid-cols-2 content-start gap-x-12 gap-y-6">
          {GROUPS.map(({ name, links }) => (
            <div key={name}>
              <p className="py-1 font-semibold">{name}</p>
              <ul>
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <Link href={href} prefetch={false} className="inline-block py-1.5 hover:underline">
                      {label}
                    </Link>
                  </li>
                ))}
                {name === "This site" ? (
                  <li>
                    {/* Another page altogether, with a theme of its own. */}
                    <a href="/sign-in" className="inline-block py-1.5 text-muted hover:underline">
                      For agents
                    </a>
                  </li>
                ) : null}
              </ul>
            </div>
          ))}
        </nav>
      </div>
    </footer>
  );
}
