import type { AgencyRef } from "@/lib/agencies/agency";
import type { Values } from "@/lib/listings/listing-fields";
import type { AllowedVerb } from "@/lib/listings/listing-workflow";
import type { PriceWarning } from "@/lib/listings/price-rules";
import type { LocalityRef } from "@/lib/localities/locality";

/** A listing as its editor needs it. */
export type EditableListing = {
  readonly id: number;
  readonly version: number;
  /** Every field that a change may set (ListingChanges, without `price`), and with them offer, status, dates and the sale. */
  readonly fields: Values;
  readonly channel: string | null;
  readonly locality: LocalityRef;
  /** IANA name; inspections are local to it. */
  readonly timeZone: string;
  readonly agency: AgencyRef | null;
  /** Whom the listing may name: the agents of its agency, by name. */
  readonly agents: readonly { readonly slug: string; readonly name: string }[];
  readonly pictures: readonly {
    readonly id: number;
    readonly kind: string;
    readonly contentHash: string;
    readonly widthPx: number;
    readonly heightPx: number;
  }[];
  readonly source: { readonly slug: string; readonly name: string } | null;
  /** ISO. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly priceWarnings: readonly PriceWarning[];
  readonly missingForPublishing: readonly string[];
  readonly verbs: readonly AllowedVerb[];
};
