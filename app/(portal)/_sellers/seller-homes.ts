import "server-only";
import { getSalesFigures } from "@/lib/agencies/queries";
import type { Seller } from "@/lib/agencies/sales-figures";
import { isAppError } from "@/lib/errors";
import type { Channel } from "@/lib/listings/listing";
import { searchListings } from "@/lib/listings/queries";
import { emptySearch, type ListingSearch } from "@/lib/listings/search";
import type { ListingPage } from "@/lib/listings/search-answers";

const SHOWN: Readonly<Record<Channel, number>> = { buy: 6, rent: 3, sold: 6 };

/** Whose homes are asked for: an agency's, or an agent's for that agency. */
export type SellerNames = Pick<ListingSearch, "agency" | "agent">;

export type ChannelHomes = { readonly search: ListingSearch } & Pick<
  ListingPage,
  "items" | "total" | "totalIsExact"
>;

export type SellerHomes = Awaited<ReturnType<typeof findSellerHomes>>;

/** The newest homes of a seller in each channel, how many there are, and the figures of their sales. */
export async function findSellerHomes(seller: Seller, names: SellerNames) {
  const [buy, rent, sold, figures] = await Promise.all([
    newest("buy", names),
    newest("rent", names),
    newest("sold", names),
    getSalesFigures(seller),
  ]);
  return { buy, rent, sold, figures };
}

async function newest(channel: Channel, names: SellerNames): Promise<ChannelHomes> {
  const search = { ...emptySearch(channel), ...names };
  try {
    const { items, total, totalIsExact } = await searchListings({ ...search, limit: SHOWN[channel] });
    return { search, items, total, totalIsExact };
  } catch (thrown) {
    // Their name went after it was read: there is nothing of them any more.
    if (!isAppError(thrown) || thrown.code !== "bad_request") throw thrown;
    return { search, items: [], total: 0, totalIsExact: true };
  }
}
