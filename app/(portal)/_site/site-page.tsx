import type { ReactNode } from "react";
import { Prose } from "@/app/_ui/prose";
import { CanonicalLink } from "@/app/(portal)/_frame/canonical-link";

type Props = { path: string; title: string; lead: string; children: ReactNode };

/** A page of text about the portal itself. */
export function SitePage({ path, title, lead, children }: Props) {
  return (
    <div className="shell py-12 md:py-16">
      <CanonicalLink path={path} />
      <Prose>
        <h1 className="text-4xl md:text-5xl">{title}</h1>
        <p className="text-lg text-muted">{lead}</p>
        {children}
      </Prose>
    </div>
  );
}
