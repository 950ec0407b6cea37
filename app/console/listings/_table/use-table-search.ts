import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_ui/fetch-json";
import type { ConsolePage } from "@/lib/listings/console-search";
import { tableQuery } from "./table-query";

export type FirstPage = { readonly query: string; readonly page: ConsolePage };
/** Parameters to set; undefined takes one away. */
export type Asked = Readonly<Record<string, string | undefined>>;

/** The page of the table that the address asks for: what the server sent with the page at first, later ones from the API. */
export function useTableSearch(first: FirstPage) {
  const path = usePathname();
  const params = useSearchParams();
  const query = tableQuery(new URLSearchParams(params));
  const [before, setBefore] = useState<readonly string[]>([]);
  const { data, error, isValidating, mutate } = useSWR(
    `/api/console/listings?${query}`,
    fetchJson<ConsolePage>,
    { keepPreviousData: true, ...(query === first.query ? { fallbackData: first.page } : {}) },
  );
  const [shown, setShown] = useState(query);
  if (!isValidating && shown !== query) setShown(query);

  const go = (asked: Asked, how: "push" | "replace" = "push") => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(asked)) {
      if (value === undefined || value === "") next.delete(name);
      else next.set(name, value);
    }
    const text = tableQuery(next);
    const url = text === "" ? path : `${path}?${text}`;
    // Next hears of it, and asks no server: what is shown comes from the API.
    if (how === "push") window.history.pushState(null, "", url);
    else window.history.replaceState(null, "", url);
  };
  return {
    params,
    page: data,
    hasFailed: error !== undefined && data === undefined,
    isLoading: data === undefined || (isValidating && shown !== query),
    retry: () => void mutate(),
    /** Another question begins at its first page. */
    ask: (asked: Asked, how?: "push" | "replace") => {
      setBefore([]);
      go({ ...asked, after: undefined }, how);
    },
    turn: {
      next: data?.next
        ? () => {
            setBefore([...before, params.get("after") ?? ""]);
            go({ after: data.next ?? undefined });
          }
        : undefined,
      back: params.has("after")
        ? () => {
            setBefore(before.slice(0, -1));
            go({ after: before.at(-1) });
          }
        : undefined,
    },
  };
}
