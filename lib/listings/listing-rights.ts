import type { Actor } from "@/lib/audit/audit-entry";
import { AppError } from "@/lib/errors";
import type { Channel } from "@/lib/listings/listing";

type Owned = { readonly id: number; readonly agencySlug: string | null; readonly channel: Channel | null };

/** Whose listings an actor may see in the console and change: everybody's, or those of one agency. */
export function scopeOf(actor: Actor): "all" | { readonly id: number; readonly slug: string } {
  if (actor.userId === undefined || actor.role !== "agent") return "all";
  if (actor.agency === null) throw new Error(`User ${actor.userId} is an agent of no agency.`);
  return actor.agency;
}

/**
 * Refuses what an actor has no business with. AppError forbidden for another agency's listing that the public sees anyway; not_found for one
 * that it does not, word for word as if there were none.
 */
export function requireRights(actor: Actor, listing: Owned): void {
  const scope = scopeOf(actor);
  if (scope === "all" || scope.slug === listing.agencySlug) return;
  if (listing.channel === null) throw noListing(listing.id);
  const message = `Listing ${listing.id} belongs to another agency; only its own agents and editors may open it here.`;
  throw new AppError("forbidden", message);
}

/** The agency that a listing gets: an agent's own, whatever else is asked. AppError forbidden when an agent asks for another. */
export function requireAgency(actor: Actor, agency: string | null | undefined): string | null | undefined {
  const scope = scopeOf(actor);
  if (scope === "all" || agency === scope.slug) return agency;
  if (agency === undefined) return scope.slug;
  const issues = [{ field: "agency", reason: `must be your own (${scope.slug})` }];
  throw new AppError("forbidden", "An agent's listings stay with their own agency.", { issues });
}

export function noListing(id: number): AppError {
  return new AppError("not_found", `There is no listing ${id}.`);
}
