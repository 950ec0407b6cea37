import "server-only";
import type { Agency, AgencyRef, Agent } from "@/lib/agencies/agency";
import {
  ANY_AGENCY,
  ANY_AGENT,
  agencyNameTag,
  agencyRead,
  agencyTag,
  agentRead,
  agentTag,
  salesRead,
  salesTags,
} from "@/lib/agencies/freshness";
import type { SalesFigures, Seller } from "@/lib/agencies/sales-figures";
import { type SalesRow, salesStatement } from "@/lib/agencies/sales-statement";
import type { LoadContext } from "@/lib/cache/load-scope";
import { localityTag, regionTag } from "@/lib/localities/freshness";
import { cacheHost } from "@/lib/platform/cache-host";
import { cachedRead } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

const DAY_MS = 86_400_000;

/** The agency with this slug and its agents by name, or null; one statement. */
export function getAgency(slug: string): Promise<Agency | null> {
  return cachedRead(agencyRead(slug), async ({ addTags }) => {
    const row = await runtime().database.agency.findUnique({
      relationLoadStrategy: "join",
      where: { slug },
      select: AGENCY,
    });
    if (row === null) {
      addTags(...ANY_AGENCY);
      return null;
    }
    const { id, locality: office, ...agency } = row;
    addTags(agencyTag(id));
    if (office === null) return { ...agency, locality: null };
    const { id: localityId, regionId, ...locality } = office;
    addTags(localityTag(localityId), regionTag(regionId));
    return { ...agency, locality };
  });
}

/** The agent with this slug and whom they work for, or null; one statement. */
export function getAgent(slug: string): Promise<Agent | null> {
  return cachedRead(agentRead(slug), async ({ addTags }) => {
    const row = await runtime().database.agent.findUnique({
      relationLoadStrategy: "join",
      where: { slug },
      select: AGENT,
    });
    if (row === null) {
      addTags(...ANY_AGENT);
      return null;
    }
    const { id, agency, ...agent } = row;
    addTags(agentTag(id), agencyNameTag(agency.id));
    return { ...agent, agency: { slug: agency.slug, name: agency.name } };
  });
}

/**
 * What an agency sold in the last twelve months, or an agent for their agency; null when there is no such seller. Of what is on show as
 * sold: a home that was offered again is not counted. One statement.
 */
export function getSalesFigures(seller: Seller): Promise<SalesFigures | null> {
  return cachedRead(salesRead(seller), (context) => loadSalesFigures(seller, new Date(), context));
}

/** The figures as of an instant, past the cache. They hold until the next midnight of UTC. */
export async function loadSalesFigures(
  seller: Seller,
  now: Date,
  { addTags, expiresAt }: Pick<LoadContext, "addTags" | "expiresAt">,
): Promise<SalesFigures | null> {
  const day = now.toISOString().slice(0, 10);
  const [row] = await runtime().database.$queryRaw<SalesRow[]>(salesStatement(seller, day));
  if (row === undefined) {
    addTags(...(seller.kind === "agency" ? ANY_AGENCY : ANY_AGENT));
    return null;
  }
  addTags(...salesTags(row.ids));
  expiresAt(cacheHost.now() + DAY_MS - (now.getTime() % DAY_MS));
  return row.figures;
}

/** Every agency by name, for who chooses one; past the cache. */
export function listAgencies(): Promise<readonly AgencyRef[]> {
  return runtime().database.agency.findMany({ select: { slug: true, name: true }, orderBy: { name: "asc" } });
}

const CONTACT = { slug: true, name: true, phone: true, email: true } as const;

const AGENCY = {
  ...CONTACT,
  id: true,
  website: true,
  isDemo: true,
  locality: {
    select: {
      ...{ id: true, regionId: true, slug: true, name: true, postcode: true },
      region: { select: { slug: true, code: true, name: true } },
    },
  },
  agents: { select: CONTACT, orderBy: { name: "asc" } },
} as const;

const AGENT = {
  ...CONTACT,
  id: true,
  isDemo: true,
  agency: { select: { id: true, slug: true, name: true } },
} as const;
