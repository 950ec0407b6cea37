import type { Client } from "pg";
import type { DemoOffice } from "@/prisma/seed/demo/offices";

export type OfficeIds = { readonly agencyId: number; readonly agentIds: readonly number[] };

/** Writes those offices and agents that are not there yet, labelled as invented; the ids of all in the order in which they were given. */
export async function writeOffices(client: Client, offices: readonly DemoOffice[]): Promise<OfficeIds[]> {
  const agencies = offices.map(({ slug, name, phone, email, market }) => ({
    ...{ slug, name, phone, email, locality_id: market.place.id },
  }));
  const agencyIds = await insertAll(client, "agency", "locality_id", agencies);
  const idOf = (slug: string) => found(agencyIds, slug);
  const agents = offices.flatMap((office) =>
    office.agents.map(({ slug, name, phone, email }) => ({
      ...{ slug, name, phone, email, agency_id: idOf(office.slug) },
    })),
  );
  const agentIds = await insertAll(client, "agent", "agency_id", agents);
  return offices.map(({ slug, agents: own }) => ({
    agencyId: idOf(slug),
    agentIds: own.map((agent) => found(agentIds, agent.slug)),
  }));
}

async function insertAll(
  client: Client,
  table: "agency" | "agent",
  parent: "locality_id" | "agency_id",
  records: readonly object[],
): Promise<ReadonlyMap<string, number>> {
  const given = JSON.stringify(records);
  await client.query(
    `INSERT INTO ${table} (slug, name, phone, email, ${parent}, is_demo)
     SELECT slug, name, phone, email, ${parent}, true
       FROM json_to_recordset($1::json) AS record (slug text, name text, phone text, email text, ${parent} integer)
     ON CONFLICT (slug) DO NOTHING`,
    [given],
  );
  const { rows } = await client.query<{ id: number; slug: string }>(
    `SELECT id, slug FROM ${table} JOIN json_to_recordset($1::json) AS record (slug text) USING (slug) WHERE is_demo`,
    [given],
  );
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

function found(ids: ReadonlyMap<string, number>, slug: string): number {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`${slug} was not written.`);
  return id;
}
