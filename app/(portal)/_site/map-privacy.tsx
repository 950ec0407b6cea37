/** What a tile provider learns of whoever looks at a map; `styleUrl`: where its style is, or null where the map is the portal's own. */
export function MapPrivacy({ styleUrl }: { styleUrl: string | null }) {
  if (styleUrl === null)
    return <li>Maps are the portal’s own too: nobody else hears that you look at one, or where.</li>;
  return (
    <li>
      There is one exception. The streets on maps come from <strong>{new URL(styleUrl).host}</strong>, which
      your browser asks by itself while a map is shown: beside the results of a search on a wide screen or
      when you ask for it, and on a home’s page once you scroll to it. It learns your network address, which
      browser you use, that you come from this portal, and which part of the map you look at and how near; not
      which page you are on, or what you searched for. What it does with that is under its own terms. The
      lists have the same homes without it.
    </li>
  );
}
