import "server-only";
import { type Runtime, runtime } from "@/lib/platform/runtime";

const keys = new WeakMap<Runtime, Promise<Buffer>>();

/** What cursors are signed with, in every process of this portal alike: SEARCH_CURSOR_KEY, or else what the database keeps. */
export function cursorKey(): Promise<Buffer> {
  const held = runtime();
  const known = keys.get(held);
  if (known !== undefined) return known;
  const key = findKey(held);
  keys.set(held, key);
  // Whoever comes next tries again.
  key.catch(() => keys.delete(held));
  return key;
}

async function findKey({ env, database }: Runtime): Promise<Buffer> {
  if (env.SEARCH_CURSOR_KEY !== undefined) return Buffer.from(env.SEARCH_CURSOR_KEY);
  const [row] = await database.$queryRaw<{ key: Uint8Array }[]>`SELECT key FROM search_cursor`;
  if (!row)
    throw new Error("The table search_cursor has lost its row: set SEARCH_CURSOR_KEY, or insert one.");
  return Buffer.from(row.key);
}
