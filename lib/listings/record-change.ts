import "server-only";
import type { Actor, AuditChange } from "@/lib/audit/audit-entry";
import type { ListingRow } from "@/lib/listings/listing-limits";
import type { Decision } from "@/lib/listings/listing-transition";
import type { Transaction } from "@/lib/platform/prisma";

type Audited = {
  readonly action: string;
  readonly actor: Actor;
  readonly id: number;
  readonly change: AuditChange;
  /** The listing's version after the change. */
  readonly version: number;
  /** The entry that this one undoes. */
  readonly undoes?: bigint | undefined;
};

export async function recordAudit(
  transaction: Transaction,
  { action, actor, id, change, version, undoes }: Audited,
): Promise<void> {
  await transaction.auditEntry.create({
    data: {
      actor: actor.name,
      userId: actor.userId ?? null,
      address: actor.userId === undefined ? null : actor.address,
      action: `listing.${action}`,
      subject: "listing",
      subjectId: String(id),
      version,
      undoes: undoes ?? null,
      // The same plain data with undefined left out, in the type that Prisma wants for JSON.
      change: JSON.parse(JSON.stringify(change)),
    },
  });
}

/** A second sale on one day is a correction of the first: a home is sold once a day at most. */
export async function recordEvent(
  transaction: Transaction,
  listingId: number,
  event: NonNullable<Decision["event"]>,
  after: ListingRow,
): Promise<void> {
  const { kind } = event;
  const occurredOn = new Date(event.occurredOn);
  const price = {
    priceDisplay: after.priceDisplay,
    priceLow: kind === "sold" ? after.soldPrice : after.priceLow,
    priceHigh: kind === "sold" ? after.soldPrice : after.priceHigh,
  };
  if (kind === "sold") {
    const corrected = await transaction.listingEvent.updateMany({
      where: { listingId, kind, occurredOn },
      data: price,
    });
    if (corrected.count > 0) return;
  }
  await transaction.listingEvent.create({ data: { listingId, kind, occurredOn, ...price } });
}
