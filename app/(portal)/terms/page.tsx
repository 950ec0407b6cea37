import type { Metadata } from "next";
import Link from "next/link";
import { AwayLink } from "@/app/(portal)/_site/away-link";
import { SitePage } from "@/app/(portal)/_site/site-page";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Terms",
  description: "What can be relied on here, what cannot, and what others may do with it.",
};

export default function TermsPage() {
  return (
    <SitePage
      path="/terms"
      title="Terms"
      lead="Short, because little is asked of you: what can be relied on here, what cannot, and what you may do with it."
    >
      <h2>Listings</h2>
      <ul>
        <li>
          A listing is what its agent or its source says of a home. It is no offer to contract, and nothing
          here replaces looking at the home, its papers, and a lawyer’s advice.
        </li>
        <li>
          Listings marked “Invented, for demonstration” describe homes that do not exist, by agents who do not
          exist. Do not ring them.
        </li>
        <li>
          A change that an agent makes shows within a quarter of a second, or the page says that it may be out
          of date. That it is fresh does not make it right.
        </li>
      </ul>
      <h2>Figures</h2>
      <p>
        Medians and days on market are made of the listings and sales on this portal alone. Each says how many
        it rests on and of what time; where there are fewer than three, none is given. They are no valuation,
        and other sources will have others. What the calculators work out is general information, not advice;
        their assumptions are shown and can be changed.
      </p>
      <h2>What you may do</h2>
      <ul>
        <li>Read, link, print, and follow the feeds and calendars: that is what they are for.</li>
        <li>
          Machines may read what <code>/robots.txt</code> lets them, at a pace that leaves room for people.
          Who asks for too much at once is asked to wait.
        </li>
        <li>
          Places and some sales come under{" "}
          <Link href="/about" prefetch={false} className="link">
            licences of others
          </Link>
          ; what an agent wrote is the agent’s.
        </li>
        <li>Do not use telephone numbers and addresses of agents for anything but asking about homes.</li>
      </ul>
      <h2>What is wrong</h2>
      <p>
        If a listing is wrong, a fraud or offensive,{" "}
        <Link href="/report" prefetch={false} className="link">
          report it
        </Link>
        .
      </p>
      <h2>The program</h2>
      <p>
        Verandah is open source under the{" "}
        <AwayLink href="https://opensource.org/license/mit">MIT licence</AwayLink>: it comes without warranty
        of any kind, and its authors answer for no portal that others run with it. Whoever runs this one may
        have terms of their own, which go before these.
      </p>
    </SitePage>
  );
}
