import { useLayoutEffect } from "react";
import { useSWRConfig } from "swr";

/** SWR prefers what it already holds for a key to what the server has just rendered; here the newer one wins, before it is painted. */
export function useFreshFirst<T>(key: string, first: T): void {
  const { cache, mutate } = useSWRConfig();
  useLayoutEffect(() => {
    const held = cache.get(key)?.data;
    if (held !== undefined && held !== first) void mutate(key, first, { revalidate: false });
  }, [cache, mutate, key, first]);
}
