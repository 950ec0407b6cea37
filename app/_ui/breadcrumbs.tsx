import Link from "next/link";

export type Crumb = { readonly label: string; readonly href: string | null };

/** The way from the top to here; the last crumb is the page itself and has no address. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  if (crumbs.length === 0) return null;
  return (
    <nav aria-label="Breadcrumbs" className="text-sm text-muted">
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {crumbs.map(({ label, href }) => (
          <li
            key={label}
            className="flex min-w-0 items-center gap-2 wrap-anywhere not-first:before:text-edge not-first:before:content-['/']"
          >
            {href === null ? (
              <span aria-current="page">{label}</span>
            ) : (
              <Link href={href} prefetch={false} className="py-1 hover:text-ink hover:underline">
                {label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
