import useSWR from "swr";
import { fetchJson } from "@/app/_ui/fetch-json";
import { RefusedRequest } from "@/app/_ui/send-json";
import { useDebounced } from "@/app/(portal)/_search/use-debounced";
import type { ListingPage } from "@/lib/listings/search-answers";
import { formCountKey } from "./form-address";

const WAIT_MS = 250;

type FormCount = {
  /** What the form would find as it stands; null before it is changed, and while nothing is known. */
  readonly found: Pick<ListingPage, "total" | "facets"> | null;
  /** Why it cannot be asked, for people. */
  readonly refusal: string | null;
  readonly isCounting: boolean;
};

/** Counts what a form would find before it is sent. `changed`: what it sends since somebody changed it, null before. */
export function useFormCount(action: string, changed: string | null): FormCount {
  const settled = useDebounced(changed, WAIT_MS);
  const key = settled === null ? null : formCountKey(action, new URLSearchParams(settled));
  const { data, error, isLoading } = useSWR<ListingPage, unknown>(key, fetchJson<ListingPage>, {
    ...{ keepPreviousData: true, revalidateOnFocus: false, shouldRetryOnError: false },
  });
  const refusal = error instanceof RefusedRequest ? error.refusal : null;
  return {
    found: refusal === null ? (data ?? null) : null,
    refusal: refusal && (refusal.issues[0]?.reason ?? refusal.message),
    isCounting: isLoading || settled !== changed,
  };
}
