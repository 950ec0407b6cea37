import Link from "next/link";
import { agencyPath, agentPath } from "@/lib/agencies/agency";
import type { Listing, ListingAgentRef } from "@/lib/listings/listing";
import { emptySearch, searchPath } from "@/lib/listings/search";
import { Panel } from "./panel";

/** Whom to ask; nobody, for a listing that came without an agency. */
export function Contact({ listing }: { listing: Listing }) {
  const { agency, agents, channel, source } = listing;
  if (agency === null && agents.length === 0) return null;
  return (
    <Panel title="Contact">
      {source?.isDemo ? (
        <p className="text-muted text-sm">Invented people and numbers: nobody will answer.</p>
      ) : null}
      {agents.length === 0 ? null : (
        <ul className="grid gap-4">
          {agents.map((agent) => (
            <li key={agent.slug}>
              <AgentLines agent={agent} />
            </li>
          ))}
        </ul>
      )}
      {agency === null ? null : (
        <p className="border-line border-t pt-3">
          <Link
            href={agencyPath(agency)}
            prefetch={false}
            dir="auto"
            className="link block font-medium wrap-anywhere"
          >
            {agency.name}
          </Link>
          <Link
            href={searchPath({ ...emptySearch(channel ?? "buy"), agency: agency.slug })}
            prefetch={false}
            className="not-in-print link inline-block py-1"
          >
            Listings of this agency
          </Link>
        </p>
      )}
    </Panel>
  );
}

function AgentLines({ agent }: { agent: ListingAgentRef }) {
  const { name, phone, email } = agent;
  return (
    <>
      <Link
        href={agentPath(agent)}
        prefetch={false}
        dir="auto"
        className="link block font-medium wrap-anywhere"
      >
        {name}
      </Link>
      {phone === null ? null : (
        <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} className="link block py-1 wrap-anywhere">
          {phone}
        </a>
      )}
      {email === null ? null : (
        <a href={`mailto:${email}`} className="link block break-all py-1">
          {email}
        </a>
      )}
    </>
  );
}
