import { onTestFinished } from "vitest";
import { connectClient } from "@/lib/platform/postgres-client";
import { type CachedWorld, insertCachedWorld } from "@/tests/support/cached-world";
import { createTestDatabase } from "@/tests/support/database";

/** A world of listings, of whose journal nothing is known yet. */
export async function setUpJournal() {
  const held = await createTestDatabase();
  const world = await insertCachedWorld(held.database);
  const psql = await connectClient(held.url);
  onTestFinished(async () => {
    await psql.end();
    await held.close();
  });
  await psql.query("DELETE FROM cache_journal");
  const connect = async () => {
    const client = await connectClient(held.url);
    onTestFinished(() => client.end());
    return client;
  };
  /** The tags that were written since it was last asked, and the sizes of the rows that hold them. */
  const written = async () => {
    const { rows } = await psql.query<{ tags: string[] }>("DELETE FROM cache_journal RETURNING tags");
    return { tags: rows.flatMap(({ tags }) => tags).sort(), sizes: rows.map(({ tags }) => tags.length) };
  };
  return { ...held, world, psql, connect, written };
}

/** The tags of a kind for what looks through listings of a channel, where and of whom. */
export function scopes(
  kind: string,
  {
    channel,
    place,
    agency,
  }: { channel: string; place: CachedWorld["ashby"]; agency?: { readonly id: number } },
  region: number,
): readonly string[] {
  const every = `${kind}:${channel}`;
  const ofAgency = agency === undefined ? [] : [`${every}:agency:${agency.id}`];
  return [every, ...ofAgency, `${every}:locality:${place.id}`, `${every}:region:${region}`];
}
