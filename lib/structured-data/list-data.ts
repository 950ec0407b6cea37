import { type PublicUrl, withContext } from "@/lib/structured-data/thing";

type Named = { readonly name: string; readonly path: string };

/** A page of results as an ItemList of what it shows, in its order; `total` is of all pages. */
export function resultsData(
  { name, path, total, items }: Named & { readonly total: number; readonly items: readonly Named[] },
  publicUrl: PublicUrl,
): object {
  return withContext({
    "@type": "ItemList",
    name,
    url: publicUrl(path),
    numberOfItems: total,
    itemListElement: items.map((item, at) => ({
      "@type": "ListItem",
      position: at + 1,
      name: item.name,
      url: publicUrl(item.path),
    })),
  });
}

/** The way down to a page; the page itself is last, and has no path. */
export function breadcrumbData(
  crumbs: readonly { readonly label: string; readonly href: string | null }[],
  publicUrl: PublicUrl,
): object {
  return withContext({
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ label, href }, at) => ({
      "@type": "ListItem",
      position: at + 1,
      name: label,
      item: href === null ? undefined : publicUrl(href),
    })),
  });
}
