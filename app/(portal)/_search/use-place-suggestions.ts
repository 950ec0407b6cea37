import useSWR from "swr";
import { fetchJson } from "@/app/_ui/fetch-json";
import type { LocalityRef } from "@/lib/localities/locality";
import { useDebounced } from "./use-debounced";

const WAIT_MS = 120;

const NONE: readonly LocalityRef[] = [];

/** Localities for what has been typed; those of the text before while the next are on their way. */
export function usePlaceSuggestions(text: string, isWanted: boolean): readonly LocalityRef[] {
  const q = useDebounced(text.trim().toLowerCase(), WAIT_MS);
  const key = isWanted && q.length > 1 ? `/api/localities?q=${encodeURIComponent(q)}` : null;
  const { data } = useSWR(key, fetchJson<{ items: readonly LocalityRef[] }>, {
    keepPreviousData: true,
    revalidateOnFocus: false,
  });
  return key === null ? NONE : (data?.items ?? NONE);
}
