import type { Metadata } from "next";
import Link from "next/link";
import { AwayLink } from "@/app/(portal)/_site/away-link";
import { SitePage } from "@/app/(portal)/_site/site-page";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Accessibility",
  description:
    "What Verandah does for people who see, hear, move or read differently, how it is tested, and where it falls short.",
};

export default function AccessibilityPage() {
  return (
    <SitePage
      path="/accessibility"
      title="Accessibility"
      lead="Everybody should be able to look for a home here. This says what is done for that, how it is tested, and what is known to fall short."
    >
      <h2>What we aim at</h2>
      <p>
        The <AwayLink href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines 2.2</AwayLink>
        , level AA, on every public page, in light and dark colours, from 320 pixels of width up and at 200 %
        zoom.
      </p>
      <h2>What is done</h2>
      <ul>
        <li>Everything works with the keyboard alone; the first stop of the Tab key skips to the content.</li>
        <li>Searching, reading and reporting work without JavaScript.</li>
        <li>What stands on a map stands in a list too. What a chart shows stands in a table too.</li>
        <li>Colours follow your system’s light or dark setting, and no meaning hangs on colour alone.</li>
        <li>Nothing moves if your system asks for less motion.</li>
        <li>
          Drawn pictures say in words what they show; icons without words are hidden from screen readers.
        </li>
      </ul>
      <h2>How it is tested</h2>
      <p>
        By programs, at every change: axe-core on the pages in both colours and at three widths, journeys with
        the keyboard alone and without JavaScript, and the contrast of every pair of colours. Programs find a
        part of what can be wrong. People who use a screen reader every day have not tested it yet, and no
        outside audit has been made; so we claim the aim, and not conformance.
      </p>
      <h2>What is known to fall short</h2>
      <ul>
        <li>
          What agents write is shown as they wrote it: capitals, abbreviations and other languages are not
          marked for screen readers.
        </li>
        <li>Pictures that agents supply may have no description but their place in the gallery.</li>
        <li>The table of figures of a suburb scrolls sideways on narrow screens.</li>
        <li>Saved homes and those looked at lately need JavaScript.</li>
      </ul>
      <h2>If something keeps you out</h2>
      <p>
        <Link href="/report" prefetch={false} className="link">
          Tell those who run this portal
        </Link>
        , as “Something else”, with what you tried and what you use. If it is the program’s fault, it is a
        defect like any other, and mended as one.
      </p>
    </SitePage>
  );
}
