import useSWR from "swr";
import type { ListingCard } from "@/lib/listings/listing";
import type { Kept } from "./kept-ids";
import { useKept } from "./use-kept";

const SHOWN_MAX = 8;

/**
 * The first of the homes that are kept, as they are now: only their ids are in the browser. Undefined while they are on their way; what is
 * no longer public is left out.
 */
export function useKeptListings(kept: Kept): { count: number; listings: readonly ListingCard[] | undefined } {
  const ids = useKept(kept);
  const shown = ids.slice(0, SHOWN_MAX);
  const { data } = useSWR(shown.length === 0 ? null : ["kept", ...shown], fetchAll, {
    keepPreviousData: true,
    revalidateOnFocus: false,
  });
  if (shown.length === 0) return { count: 0, listings: [] };
  return { count: ids.length, listings: data?.filter(({ id }) => shown.includes(id)) };
}

async function fetchAll([, ...ids]: readonly (string | number)[]): Promise<readonly ListingCard[]> {
  const found = await Promise.all(ids.map(fetchOne));
  return found.filter((listing) => listing !== null);
}

async function fetchOne(id: string | number): Promise<ListingCard | null> {
  const response = await fetch(`/api/listings/${id}`);
  if (response.ok) return response.json();
  if (response.status === 404 || response.status === 410) return null;
  throw new Error(`Listing ${id} was answered with ${response.status}.`);
}
