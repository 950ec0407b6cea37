import { z } from "zod";
import type { Agency, Agent } from "@/lib/agencies/agency";
import type { SalesFigures, Seller } from "@/lib/agencies/sales-figures";
import type { Lifetime } from "@/lib/cache/lifetime";
import type { Read } from "@/lib/cache/read";
import { LOCALITY_REF, PLACE_TABLES } from "@/lib/localities/freshness";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Names and telephone numbers of agencies and agents. */
export const AGENCY_LIFETIME: Lifetime = {
  reason: "Agencies change a few times a year, and every change is known.",
  freshForMs: DAY,
  staleForMs: HOUR,
  usableForMs: DAY,
  jitter: 0.1,
};

export const SALES_LIFETIME: Lifetime = {
  reason:
    "Figures are read for as long as the listings beside them, and every sale that comes or goes is known.",
  freshForMs: HOUR,
  staleForMs: HOUR,
  usableForMs: DAY,
  jitter: 0.1,
};

/** What an answer depends on that found no agency by a name. */
export const ANY_AGENCY = ["agencies", "agencies:any"] as const;
export const ANY_AGENT = ["agents", "agents:any"] as const;

/** Changes when the agency's page does. */
export function agencyTag(id: number): string {
  return `agency:${id}`;
}

/** Changes when what others show of the agency does: its name and its address. */
export function agencyNameTag(id: number): string {
  return `agency-name:${id}`;
}

export function agentTag(id: number): string {
  return `agent:${id}`;
}

/** What the sales of an agency depend on, of all its agents or of one: those on show as sold, what was paid, and what day it was where they are. */
export function salesTags({
  agency,
  agent,
}: {
  readonly agency: number;
  readonly agent: number | null;
}): readonly string[] {
  return [
    ...[`search:sold:agency:${agency}`, `agency-sales:${agency}`],
    ...(agent === null ? [agencyNameTag(agency)] : [agentTag(agent), `agent-listings:${agent}`]),
    ...["localities:any", "regions:any"],
  ];
}

const AGENCY_REF = { slug: z.string(), name: z.string() };
const CONTACT = { ...AGENCY_REF, phone: z.string().nullable(), email: z.string().nullable() };
const AGENCY: z.ZodType<Agency | null> = z
  .object({
    ...CONTACT,
    website: z.string().nullable(),
    isDemo: z.boolean(),
    locality: LOCALITY_REF.nullable(),
    agents: z.array(z.object(CONTACT)),
  })
  .nullable();
const AGENT: z.ZodType<Agent | null> = z
  .object({ ...CONTACT, isDemo: z.boolean(), agency: z.object(AGENCY_REF) })
  .nullable();
const MEDIAN = z.object({ median: z.number().nullable(), count: z.number() });
const SALES: z.ZodType<SalesFigures | null> = z
  .object({
    since: z.string(),
    sales: z.number(),
    currency: z.string().nullable(),
    price: MEDIAN,
    daysOnMarket: MEDIAN,
  })
  .nullable();

export function agencyRead(slug: string): Read<Agency | null> {
  return {
    key: `agency/${slug}`,
    tags: ["agencies", "agents", ...PLACE_TABLES],
    lifetime: AGENCY_LIFETIME,
    shape: { name: "agency", version: 2, parse: (stored) => AGENCY.parse(stored) },
  };
}

export function agentRead(slug: string): Read<Agent | null> {
  return {
    key: `agent/${slug}`,
    tags: ["agencies", "agents"],
    lifetime: AGENCY_LIFETIME,
    shape: { name: "agent", version: 1, parse: (stored) => AGENT.parse(stored) },
  };
}

export function salesRead({ kind, slug }: Seller): Read<SalesFigures | null> {
  return {
    key: `sales/${kind}/${slug}`,
    tags: ["listings", "agencies", "agents", ...PLACE_TABLES],
    lifetime: SALES_LIFETIME,
    shape: { name: "sales", version: 1, parse: (stored) => SALES.parse(stored) },
  };
}

/** The parts of the sitemap that hold anybody. */
export function memberPartsRead(): Read<MemberParts> {
  return {
    key: "member-parts",
    tags: [...ANY_AGENCY, ...ANY_AGENT],
    lifetime: AGENCY_LIFETIME,
    shape: { name: "member-parts", version: 1, parse: (stored) => MEMBER_PARTS.parse(stored) },
  };
}

export function memberSlugsRead(kind: MemberKind, part: number): Read<readonly string[]> {
  return {
    key: `member-slugs/${kind}/${part}`,
    tags: kind === "agencies" ? ANY_AGENCY : ANY_AGENT,
    lifetime: AGENCY_LIFETIME,
    shape: { name: "member-slugs", version: 1, parse: (stored) => z.array(z.string()).parse(stored) },
  };
}

export type MemberKind = "agencies" | "agents";
/** The number of the last part of each kind; 0 where there is none. */
export type MemberParts = Readonly<Record<MemberKind, number>>;

const MEMBER_PARTS: z.ZodType<MemberParts> = z.object({ agencies: z.number(), agents: z.number() });
