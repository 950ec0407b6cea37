import type { Listing } from "@/lib/listings/listing";

/** Where a listing comes from, and whether it is invented. */
export function SourceNote({ listing }: { listing: Pick<Listing, "source" | "credit"> }) {
  const { source, credit } = listing;
  if (source === null) return null;
  return (
    <div className="grid gap-2 rounded-card bg-sunken p-5 text-sm print:p-0">
      {source.isDemo ? (
        <p className="font-semibold">Invented listing, for demonstration. This home does not exist.</p>
      ) : (
        <p className="wrap-anywhere">
          Source:{" "}
          <strong dir="auto" className="font-semibold">
            {source.name}
          </strong>
        </p>
      )}
      {credit === "" ? null : <p className="text-muted wrap-anywhere">{credit}</p>}
    </div>
  );
}
