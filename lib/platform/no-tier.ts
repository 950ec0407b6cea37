import type { Lease, Tier } from "@/lib/cache/tier";

/** The shared tier of a process without Redis: it holds nothing. */
export const NO_TIER: Tier = {
  getMany: async (keys) => keys.map(() => undefined),
  put: async () => {},
  delete: async () => {},
};

/** Without Redis there is nobody to ask: each process loads for itself. */
export const NO_LEASE: Lease = { acquire: async () => ({ kind: "away" }) };
