/** Leads to a site of others. */
export function AwayLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="link">
      {children}
    </a>
  );
}
