import type { Client } from "pg";

type Definition = { readonly drop: string; readonly create: string };

// What a definition does not tell wholly (comments, clustering, replica identity) stays where it is.
const FIND_INDEXES = `
  SELECT format('DROP INDEX %s', indexrelid::regclass) AS drop, pg_get_indexdef(indexrelid) AS create
    FROM pg_index
   WHERE indrelid = ANY ($1::regclass[]) AND indisvalid AND NOT indisclustered AND NOT indisreplident
     AND indexrelid <> ALL ($2::regclass[])
     AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
     AND obj_description(indexrelid, 'pg_class') IS NULL
   ORDER BY indexrelid`;

// Primary keys stay: ids come in their order, which costs little, and others refer to them.
const FIND_CONSTRAINTS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
         format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS create
    FROM pg_constraint AS own
   WHERE conrelid = ANY ($1::regclass[]) AND contype = $2
     AND NOT EXISTS (SELECT FROM pg_constraint AS other
                      WHERE other.contype = 'f' AND own.contype = 'u' AND other.conindid = own.conindid)
     AND obj_description(oid, 'pg_constraint') IS NULL
   ORDER BY oid`;

/**
 * Drops the secondary indexes, unique constraints and foreign keys of these tables, inside the caller's transaction; what comes
 * back makes them again as they were, and checks the rows that came in between. Without a commit nothing of it has happened. The indexes
 * named in `kept` stay.
 */
export async function setAside(
  client: Client,
  tables: readonly string[],
  { kept = [] }: { readonly kept?: readonly string[] } = {},
): Promise<() => Promise<void>> {
  const find = async (query: string, ...values: readonly unknown[]) =>
    (await client.query<Definition>(query, [tables, ...values])).rows;
  const foreignKeys = await find(FIND_CONSTRAINTS, "f");
  const uniques = await find(FIND_CONSTRAINTS, "u");
  const indexes = await find(FIND_INDEXES, kept);
  for (const { drop } of [...foreignKeys, ...uniques, ...indexes]) await client.query(drop);
  return async () => {
    for (const { create } of [...indexes, ...uniques, ...foreignKeys]) await client.query(create);
  };
}
