import { z } from "zod";
import type { Agency } from "@/lib/agencies/agency";
import type { Lifetime } from "@/lib/cache/lifetime";
import type { Read } from "@/lib/cache/read";

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

const CONTACT = {
  slug: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
};
const AGENCY: z.ZodType<Agency | null> = z
  .object({
    ...CONTACT,
    website: z.string().nullable(),
    isDemo: z.boolean(),
    agents: z.array(z.object(CONTACT)),
  })
  .nullable();

export function agencyRead(slug: string): Read<Agency | null> {
  return {
    key: `agency/${slug}`,
    tags: ["agencies", "agents"],
    lifetime: AGENCY_LIFETIME,
    shape: { name: "agency", version: 1, parse: (stored) => AGENCY.parse(stored) },
  };
}
