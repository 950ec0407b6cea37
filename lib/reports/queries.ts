import "server-only";
import { runtime } from "@/lib/platform/runtime";
import type { OpenReport } from "@/lib/reports/report";

const SHOWN_MAX = 200;

/** The open reports, the oldest first, at most 200 of them; past the cache. */
export async function listOpenReports(): Promise<readonly OpenReport[]> {
  const rows = await runtime().database.listingReport.findMany({
    relationLoadStrategy: "join",
    where: { closedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: SHOWN_MAX,
    select: {
      ...{ reference: true, reason: true, message: true, email: true, createdAt: true },
      listing: { select: { id: true, headline: true } },
    },
  });
  return rows.map(({ createdAt, ...report }) => ({ ...report, createdAt: createdAt.toISOString() }));
}
