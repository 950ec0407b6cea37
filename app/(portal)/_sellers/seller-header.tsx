import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "@/app/_ui/breadcrumbs";
import { Panel } from "@/app/(portal)/_listing/panel";
import { ContactLines } from "./contact-lines";

type Props = {
  crumbs: readonly Crumb[];
  name: string;
  /** What they are, and where. */
  lead: ReactNode;
  isDemo: boolean;
  contact: Parameters<typeof ContactLines>[0]["contact"];
  children?: ReactNode;
};

/** Who somebody is and how they are reached; what is invented says so first. */
export function SellerHeader({ crumbs, name, lead, isDemo, contact, children }: Props) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Breadcrumbs crumbs={crumbs} />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-14">
        <header className="grid content-start gap-4">
          <h1 dir="auto" className="text-4xl wrap-anywhere md:text-5xl">
            {name}
          </h1>
          <p className="max-w-2xl text-lg text-muted wrap-anywhere">{lead}</p>
          {isDemo ? (
            <p className="w-fit rounded-control bg-warning-soft px-3 py-2 font-medium text-warning">
              Invented, for demonstration: nobody will answer.
            </p>
          ) : null}
          {children}
        </header>
        <Panel title="Contact">
          <ContactLines contact={contact} />
        </Panel>
      </div>
    </div>
  );
}
