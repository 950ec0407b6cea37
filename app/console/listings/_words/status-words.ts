import type { Tone } from "@/app/_ui/tone";
import type { ListingStatus, Offer } from "@/lib/listings/listing";

const STATUS: Readonly<Record<ListingStatus, { readonly name: string; readonly tone: Tone }>> = {
  draft: { name: "Draft", tone: "neutral" },
  active: { name: "On show", tone: "success" },
  under_offer: { name: "Under offer", tone: "info" },
  sold: { name: "Sold", tone: "neutral" },
  leased: { name: "Leased", tone: "neutral" },
  withdrawn: { name: "Withdrawn", tone: "warning" },
};

export function statusName(status: ListingStatus): string {
  return STATUS[status].name;
}

export function statusTone(status: ListingStatus): Tone {
  return STATUS[status].tone;
}

/** The part of the portal in which what is offered stands: "Buy". */
export function channelName(offer: Offer): string {
  return offer === "sale" ? "Buy" : "Rent";
}
