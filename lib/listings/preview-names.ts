import "server-only";
import type { FieldIssue } from "@/lib/errors";
import type { Listing, ListingAgentRef, ListingInspection } from "@/lib/listings/listing";
import type { LocalInspection } from "@/lib/listings/listing-parts";
import type { CardRow } from "@/lib/listings/listing-row";
import type { StoredListing } from "@/lib/listings/stored-listing";
import type { Transaction } from "@/lib/platform/prisma";

type Sides = {
  readonly card: CardRow;
  readonly before: StoredListing;
  readonly after: Omit<StoredListing, "id">;
};
type Named = Pick<Listing, "locality" | "agency" | "agents" | "inspections" | "timeZone"> & {
  readonly issues: readonly FieldIssue[];
};

/** What a listing refers to by name, as its page shows it. What does not exist stays as it was, and is an issue. */
export async function namedInPreview(
  transaction: Transaction,
  { card, before, after }: Sides,
): Promise<Named> {
  const place = await findPlace(transaction, after.localityKey);
  const agency = after.agencySlug === null ? null : await findAgency(transaction, after.agencySlug);
  const found = await transaction.agent.findMany({
    where: { slug: { in: [...after.agents] } },
    select: { slug: true, name: true, phone: true, email: true },
  });
  const agents = after.agents.flatMap((slug): ListingAgentRef[] =>
    found.filter((agent) => agent.slug === slug),
  );
  const timeZone = place?.timeZone ?? before.timeZone;
  const unknown = [
    place === null ? "locality" : null,
    after.agencySlug !== null && agency === null ? "agency" : null,
    agents.length < after.agents.length ? "agents" : null,
  ].filter((field) => field !== null);
  return {
    locality: place?.locality ?? card.locality,
    agency: after.agencySlug === null ? null : (agency ?? card.agency),
    agents,
    inspections: await instantsOf(transaction, after.inspections, timeZone),
    timeZone,
    issues: unknown.map((field) => ({ field, reason: "names what is not known" })),
  };
}

async function findPlace(transaction: Transaction, key: string) {
  const [region = "", slug = ""] = key.split("/");
  const found = await transaction.locality.findFirst({
    where: { slug, region: { slug: region } },
    select: {
      ...{ slug: true, name: true, postcode: true },
      region: { select: { slug: true, code: true, name: true, timeZone: true } },
    },
  });
  if (found === null) return null;
  const { timeZone, ...ref } = found.region;
  return { locality: { ...found, region: ref }, timeZone };
}

function findAgency(transaction: Transaction, slug: string) {
  return transaction.agency.findUnique({ where: { slug }, select: { slug: true, name: true } });
}

async function instantsOf(
  transaction: Transaction,
  inspections: readonly LocalInspection[],
  timeZone: string,
): Promise<ListingInspection[]> {
  const rows = await transaction.$queryRaw<{ kind: ListingInspection["kind"]; starts: Date; ends: Date }[]>`
    SELECT kind, "startsAt"::timestamp AT TIME ZONE ${timeZone} AS starts, "endsAt"::timestamp AT TIME ZONE ${timeZone} AS ends
    FROM jsonb_to_recordset(${JSON.stringify(inspections)}::jsonb) AS one (kind text, "startsAt" text, "endsAt" text)
    ORDER BY 2, 3`;
  return rows.map(({ kind, starts, ends }) => ({
    kind,
    startsAt: starts.toISOString(),
    endsAt: ends.toISOString(),
  }));
}
