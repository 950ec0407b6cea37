import type { Metadata } from "next";
import Link from "next/link";
import { MapPrivacy } from "@/app/(portal)/_site/map-privacy";
import { SitePage } from "@/app/(portal)/_site/site-page";
import { mapStyleUrl } from "@/lib/http/map-style-url";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Privacy",
  description:
    "What Verandah stores of the people who visit it: in their browser, in its log, and in its database.",
};

export default function PrivacyPage() {
  return (
    <SitePage
      path="/privacy"
      title="Privacy"
      lead="You can read everything here without an account, without a cookie, and without being followed. This is all that is stored, and where."
    >
      <h2>When you look around</h2>
      <ul>
        <li>
          No cookie is set, and nothing measures what you do. What pages are made of comes from this portal
          itself.
        </li>
        <MapPrivacy styleUrl={mapStyleUrl()} />
        <li>
          The portal keeps a line in its log for each request: when, which address of the portal was asked
          for, and so what was searched for; how it was answered, and how long that took. Neither your network
          address nor your browser is in that line.
        </li>
        <li>
          Whoever runs the portal may have put a network in front of it that keeps a log of its own, with
          network addresses. They can tell you which.
        </li>
      </ul>
      <h2>In your browser alone</h2>
      <p>
        These never leave it. Your browser’s settings for site data take them away, as does a private window.
      </p>
      <ul>
        <li>
          <code>verandah-saved</code>: the numbers of the homes that you saved, at most 200.
        </li>
        <li>
          <code>verandah-viewed</code>: the numbers of the last 24 homes whose pages you opened. “Forget them”
          on the home page empties it.
        </li>
        <li>
          <code>verandah-theme</code>, and <code>verandah-console-listings-hidden</code>: which colours, and
          which columns of a table, somebody chose who works in the console.
        </li>
      </ul>
      <p>
        To show what you kept, your browser asks the portal for those homes by their numbers, as for any other
        home.
      </p>
      <h2>When you report a listing</h2>
      <p>
        What you write is kept with the listing’s number, and your e-mail address if you gave one; the address
        is deleted when the report is closed. Your network address is not kept with it. For a day a one-way
        mark of it is kept apart, to count how often one address reports.
      </p>
      <h2>When you ask an agent</h2>
      <p>
        Telephone numbers and e-mail addresses on these pages are those of agents. What you say or write to
        them by your own telephone or mail does not pass through here.
      </p>
      <h2>When you sign in</h2>
      <p>Only agents and those who run the portal have accounts. Of them is stored:</p>
      <ul>
        <li>Name, e-mail address, role, and a hash of the password.</li>
        <li>
          A session, in a cookie that scripts cannot read: when it began, and from which network address and
          browser, for its owner to recognise. It ends after 12 hours without use, or 30 days.
        </li>
        <li>
          For 20 seconds after something was changed, a second cookie by which whoever changed it sees it
          everywhere.
        </li>
        <li>What was changed, by whom, when, and from which network address: the record of the business.</li>
        <li>
          One-way marks of names and addresses that were tried in vain, to slow down who guesses passwords.
        </li>
      </ul>
      <h2>Your rights</h2>
      <p>
        Ask whoever runs this portal for what is stored of you, or to have it corrected or deleted; a{" "}
        <Link href="/report" prefetch={false} className="link">
          report
        </Link>{" "}
        reaches them too. Verandah is a program: its authors have no access to what a portal stores.
      </p>
    </SitePage>
  );
}
