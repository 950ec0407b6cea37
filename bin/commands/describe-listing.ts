import { AppError } from "@/lib/errors";
import { localityLabel } from "@/lib/localities/locality";
import { runtime } from "@/lib/platform/runtime";

/** A listing as stored, public or not, one field a line, with its history. AppError not_found. */
export async function describeListing(id: number): Promise<string> {
  const found = await findListing(id);
  if (found === null) throw new AppError("not_found", `There is no listing ${id}.`);
  const { locality, agency, source, events, bedrooms, bathrooms, externalId, ...fields } = found;
  const values = {
    ...fields,
    beds: bedrooms,
    baths: bathrooms,
    locality: `${locality.region.slug}/${locality.slug} (${localityLabel(locality)})`,
    agency: agency?.slug,
    source: source && `${source.slug} ${externalId}`,
  };
  const lines = Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => `${name.padEnd(14)} ${asText(value)}`);
  const history = events.map(({ occurredOn, kind, priceDisplay }) =>
    `  ${asText(occurredOn)} ${kind.replace("_", " ")} ${priceDisplay ?? ""}`.trimEnd(),
  );
  return [...lines, "history", ...history].join("\n");
}

function findListing(id: number) {
  return runtime().database.listing.findUnique({
    where: { id },
    omit: { localityId: true, agencyId: true, sourceId: true },
    include: {
      locality: { include: { region: true } },
      agency: { select: { slug: true } },
      source: { select: { slug: true } },
      events: { orderBy: [{ occurredOn: "asc" }, { id: "asc" }] },
    },
  });
}

function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().replace("T00:00:00.000Z", "");
  return Array.isArray(value) ? value.join(", ") : String(value);
}
