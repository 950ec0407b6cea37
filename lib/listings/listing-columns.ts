import "server-only";
import { AppError } from "@/lib/errors";
import { given } from "@/lib/given";
import type { ListingParts } from "@/lib/listings/listing-parts";
import type { RowChanges } from "@/lib/listings/listing-transition";
import type { LocalityKey } from "@/lib/localities/locality";
import type { Transaction } from "@/lib/platform/prisma";

/** The columns that hold these fields. AppError bad_request when a locality or an agency does not exist. */
export async function listingColumns(
  transaction: Transaction,
  changes: Omit<RowChanges, keyof ListingParts>,
) {
  const { localityKey, agencySlug, beds, baths, publishedAt, soldOn, leasedOn, ...same } = changes;
  return given({
    ...same,
    bedrooms: beds,
    bathrooms: baths,
    publishedAt: dateOrNull(publishedAt),
    soldOn: dateOrNull(soldOn),
    leasedOn: dateOrNull(leasedOn),
    localityId: localityKey === undefined ? undefined : (await findLocality(transaction, localityKey)).id,
    agencyId: typeof agencySlug === "string" ? await findAgencyId(transaction, agencySlug) : agencySlug,
  });
}

/** The locality with this key, its country's currency and its time zone. AppError bad_request when there is none. */
export async function findLocality(transaction: Transaction, key: LocalityKey) {
  const [region = "", slug = ""] = key.split("/");
  const found = await transaction.locality.findFirst({
    where: { slug, region: { slug: region } },
    select: { id: true, region: { select: { timeZone: true, country: { select: { currency: true } } } } },
  });
  if (found) {
    const { timeZone, country } = found.region;
    return { id: found.id, currency: country.currency, timeZone };
  }
  const reason = `names no locality that is known (${key}); look for it in the search box or in /api/localities?q=`;
  throw new AppError("bad_request", `locality ${reason}.`, { issues: [{ field: "locality", reason }] });
}

async function findAgencyId(transaction: Transaction, slug: string): Promise<number> {
  const found = await transaction.agency.findUnique({ where: { slug }, select: { id: true } });
  if (found) return found.id;
  const reason = `names no agency that is known (${slug})`;
  throw new AppError("bad_request", `agency ${reason}.`, { issues: [{ field: "agency", reason }] });
}

function dateOrNull(value: string | null | undefined): Date | null | undefined {
  return typeof value === "string" ? new Date(value) : value;
}
