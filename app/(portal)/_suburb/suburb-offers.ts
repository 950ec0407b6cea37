import "server-only";
import type { Channel, ListingCard } from "@/lib/listings/listing";
import { searchListings } from "@/lib/listings/queries";
import { emptySearch } from "@/lib/listings/search";
import { localityKey } from "@/lib/localities/locality";
import { listLocalitiesAround } from "@/lib/localities/queries";
import type { SuburbProfile } from "@/lib/localities/suburb-profile";

const SHOWN: Readonly<Record<Channel, number>> = { buy: 6, rent: 3, sold: 3 };
const AROUND_KM = 10;
const AROUND_MAX = 12;

/** The newest homes of a suburb in each channel, and the suburbs around it. A channel without any is not asked for. */
export async function findSuburbOffers({ locality, stock }: SuburbProfile) {
  const key = localityKey(locality);
  const newest = async (channel: Channel): Promise<readonly ListingCard[]> => {
    if (stock[channel].all === 0) return [];
    const search = { ...emptySearch(channel), localities: [key], limit: SHOWN[channel] };
    return (await searchListings(search)).items;
  };
  const [buy, rent, sold, around] = await Promise.all([
    newest("buy"),
    newest("rent"),
    newest("sold"),
    listLocalitiesAround([key], AROUND_KM),
  ]);
  const others = around.filter((other) => localityKey(other) !== key).slice(0, AROUND_MAX);
  return { buy, rent, sold, around: others };
}
