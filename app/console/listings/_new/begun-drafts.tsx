import Link from "next/link";
import { fieldLabel } from "@/app/console/listings/_words/field-words";
import { Moment } from "@/app/console/listings/_words/moment";
import type { KeptDraft } from "@/lib/listings/listing-draft";

/** Listings that somebody has begun and not made. */
export function BegunDrafts({ drafts }: { drafts: readonly KeptDraft[] }) {
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="begun" className="grid gap-2 rounded-control border border-line bg-surface p-4">
      <h2 id="begun" className="font-sans font-semibold text-sm">
        Begun, and not made yet
      </h2>
      <ul className="grid gap-1">
        {drafts.map(({ id, changes, updatedAt }) => (
          <li key={id}>
            {/* Another form, so that it is asked for anew. */}
            <Link href={`/console/listings/new?draft=${id}`} prefetch={false} className="link">
              {nameOf(changes)}
            </Link>{" "}
            <span className="text-muted">
              typed <Moment at={updatedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf({ street, headline, locality }: KeptDraft["changes"]): string {
  const name = [street, headline, locality].find((text) => typeof text === "string" && text !== "");
  return typeof name === "string" ? name : `Without a ${fieldLabel("street").toLowerCase()} yet`;
}
