import "server-only";
import {
  agencyRead,
  agentRead,
  type MemberKind,
  memberPartsRead,
  memberSlugsRead,
  salesRead,
} from "@/lib/agencies/freshness";
import { getAgency, getAgent, getSalesFigures } from "@/lib/agencies/queries";
import type { Seller } from "@/lib/agencies/sales-figures";
import { getMemberParts, listMemberPaths } from "@/lib/agencies/sitemap-queries";
import type { KnownRead } from "@/lib/known-reads";

/** A read of agencies and agents, by what its key begins with and what follows there. */
export function memberRead(
  kind: "agency" | "agent" | "sales" | "member-parts" | "member-slugs",
  first = "",
  second = "",
): KnownRead {
  switch (kind) {
    case "agency":
      return { read: agencyRead(first), ask: () => getAgency(first) };
    case "agent":
      return { read: agentRead(first), ask: () => getAgent(first) };
    case "sales": {
      const seller: Seller = { kind: first === "agent" ? "agent" : "agency", slug: second };
      return { read: salesRead(seller), ask: () => getSalesFigures(seller) };
    }
    case "member-parts":
      return { read: memberPartsRead(), ask: getMemberParts };
    case "member-slugs": {
      const members: MemberKind = first === "agents" ? "agents" : "agencies";
      const part = Number(second);
      return { read: memberSlugsRead(members, part), ask: () => listMemberPaths(members, part) };
    }
  }
}
