import "server-only";
import { agencyPath, agentPath } from "@/lib/agencies/agency";
import {
  type MemberKind,
  type MemberParts,
  memberPartsRead,
  memberSlugsRead,
} from "@/lib/agencies/freshness";
import { cachedRead } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

/** Ids that share a part of a sitemap: part 1 holds those from 1 to 10,000, as of listings (docs/decisions/0036-sitemaps-by-ids.md). */
const SPAN = 10_000;

/** How many parts there are of agencies and of agents; one statement. */
export function getMemberParts(): Promise<MemberParts> {
  return cachedRead(memberPartsRead(), async () => {
    const [row] = await runtime().database.$queryRaw<{ agencies: number; agents: number }[]>`
      SELECT coalesce((SELECT max(id) FROM agency), 0) AS agencies, coalesce((SELECT max(id) FROM agent), 0) AS agents`;
    return { agencies: Math.ceil((row?.agencies ?? 0) / SPAN), agents: Math.ceil((row?.agents ?? 0) / SPAN) };
  });
}

/** The paths of the agencies or agents of a part, by id; one statement. */
export async function listMemberPaths(kind: MemberKind, part: number): Promise<readonly string[]> {
  const slugs = await cachedRead(memberSlugsRead(kind, part), async () => {
    const ids = { gt: (part - 1) * SPAN, lte: part * SPAN };
    const asked = { where: { id: ids }, select: { slug: true }, orderBy: { id: "asc" } } as const;
    const { agency, agent } = runtime().database;
    const rows = kind === "agencies" ? await agency.findMany(asked) : await agent.findMany(asked);
    return rows.map(({ slug }) => slug);
  });
  return slugs.map((slug) => (kind === "agencies" ? agencyPath({ slug }) : agentPath({ slug })));
}
