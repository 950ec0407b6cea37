import useSWR from "swr";
import { fetchJson } from "@/app/_ui/fetch-json";
import { type LocalityRef, localityKey } from "@/lib/localities/locality";

/** The suburb of a key: the saved one, or one that was picked since and is asked for. null while it is not known. */
export function usePlace(saved: LocalityRef | null, key: unknown): LocalityRef | null {
  const isSaved = saved !== null && key === localityKey(saved);
  const url = isSaved || typeof key !== "string" ? null : `/api/localities/${key}`;
  const { data } = useSWR(url, fetchJson<{ locality: LocalityRef }>);
  return isSaved ? saved : (data?.locality ?? null);
}
