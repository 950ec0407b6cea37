import "server-only";
import { AppError } from "@/lib/errors";
import type { ListingParts, LocalInspection, Medium } from "@/lib/listings/listing-parts";
import type { Transaction } from "@/lib/platform/prisma";

type Written = Partial<ListingParts> & { readonly agencyId: number | null; readonly timeZone: string };

/**
 * Writes the parts that are given. AppError bad_request for an agent who is none of the listing's agency, a time that the clocks at the
 * property skip, and pictures that are not exactly those of the listing.
 */
export async function writeParts(
  transaction: Transaction,
  id: number,
  { agents, inspections, media, agencyId, timeZone }: Written,
): Promise<void> {
  if (agents !== undefined) await writeAgents(transaction, id, { agents, agencyId });
  if (inspections !== undefined) await writeInspections(transaction, id, { inspections, timeZone });
  if (media !== undefined) await writeMedia(transaction, id, media);
}

async function writeAgents(
  transaction: Transaction,
  listingId: number,
  { agents, agencyId }: { agents: readonly string[]; agencyId: number | null },
): Promise<void> {
  const known = await transaction.agent.findMany({
    where: { slug: { in: [...agents] } },
    select: { id: true, slug: true, agencyId: true },
  });
  const data = agents.map((slug, position) => {
    const agent = known.find((one) => one.slug === slug);
    if (agent === undefined) throw refusePart("agents", `name nobody who is known (${slug})`);
    if (agent.agencyId !== agencyId)
      throw refusePart("agents", `must be of the listing's agency, and ${slug} is not`);
    return { listingId, agentId: agent.id, position };
  });
  await transaction.listingAgent.deleteMany({ where: { listingId } });
  await transaction.listingAgent.createMany({ data });
}

/** Only what is new is added and only what is gone is taken away: an hour that the clocks show twice stays the one that it was. */
async function writeInspections(
  transaction: Transaction,
  id: number,
  { inspections, timeZone }: { inspections: readonly LocalInspection[]; timeZone: string },
): Promise<void> {
  const wanted = JSON.stringify(inspections);
  const skipped = await transaction.$queryRaw<{ text: string }[]>`
    SELECT text FROM jsonb_to_recordset(${wanted}::jsonb) AS one ("startsAt" text, "endsAt" text),
      LATERAL (VALUES ("startsAt"), ("endsAt")) AS times (text)
    WHERE (text::timestamp AT TIME ZONE ${timeZone}) AT TIME ZONE ${timeZone} <> text::timestamp`;
  const [never] = skipped;
  if (never !== undefined)
    throw refusePart(
      "inspections",
      `must not be at ${never.text}: the clocks at the property skip that time`,
    );
  await transaction.$executeRaw`
    WITH wanted AS (
      SELECT kind::inspection_kind, "startsAt"::timestamp AS starts_at, "endsAt"::timestamp AS ends_at
      FROM jsonb_to_recordset(${wanted}::jsonb) AS one (kind text, "startsAt" text, "endsAt" text)
    ), kept AS (
      SELECT i.id, i.kind, i.starts_at AT TIME ZONE ${timeZone} AS starts_at, i.ends_at AT TIME ZONE ${timeZone} AS ends_at
      FROM inspection i WHERE i.listing_id = ${id}
    ), gone AS (
      DELETE FROM inspection WHERE id IN (
        SELECT id FROM kept WHERE NOT EXISTS (SELECT FROM wanted w WHERE (w.kind, w.starts_at, w.ends_at) = (kept.kind, kept.starts_at, kept.ends_at)))
    )
    INSERT INTO inspection (listing_id, kind, starts_at, ends_at)
    SELECT ${id}::int, kind, starts_at AT TIME ZONE ${timeZone}, ends_at AT TIME ZONE ${timeZone} FROM wanted
    WHERE NOT EXISTS (SELECT FROM kept WHERE (kept.kind, kept.starts_at, kept.ends_at) = (wanted.kind, wanted.starts_at, wanted.ends_at))`;
}

async function writeMedia(transaction: Transaction, id: number, media: readonly Medium[]): Promise<void> {
  const held = await transaction.listingMedia.findMany({ where: { listingId: id }, select: { id: true } });
  const wanted = new Set(media.map((medium) => medium.id));
  if (held.length !== media.length || held.some((medium) => !wanted.has(medium.id)))
    throw refusePart("media", "must name every picture of the listing once, and no other");
  // A position is given to one picture at a time, and the constraint looks after each row: first out of the way.
  await transaction.$executeRaw`UPDATE listing_media SET position = position + 10000 WHERE listing_id = ${id}`;
  await transaction.$executeRaw`
    UPDATE listing_media SET position = place - 1, caption = wanted.caption
    FROM jsonb_to_recordset(${JSON.stringify(media.map((medium, index) => ({ ...medium, place: index + 1 })))}::jsonb)
      AS wanted (id int, caption text, place int)
    WHERE listing_media.id = wanted.id AND listing_id = ${id}`;
}

function refusePart(field: keyof ListingParts, reason: string): AppError {
  return new AppError("bad_request", `${field} ${reason}.`, { issues: [{ field, reason }] });
}
