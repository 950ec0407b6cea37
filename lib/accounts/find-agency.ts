import "server-only";
import { AppError } from "@/lib/errors";
import type { Transaction } from "@/lib/platform/prisma";

/** The number of the agency with this slug; null for null. AppError bad_request when there is none. */
export async function findAgencyId(
  transaction: Pick<Transaction, "agency">,
  slug: string | null,
): Promise<number | null> {
  if (slug === null) return null;
  const agency = await transaction.agency.findUnique({ where: { slug }, select: { id: true } });
  if (agency !== null) return agency.id;
  const reason = `There is no agency "${slug}".`;
  throw new AppError("bad_request", reason, { issues: [{ field: "agency", reason }] });
}
