import type { Client } from "pg";
import { z } from "zod";
import type { Prisma } from "@/prisma/generated/client";

export type PlanNode = {
  readonly kind: string;
  readonly table: string | null;
  readonly index: string | null;
};

const NODE = z.object({
  "Node Type": z.string(),
  "Relation Name": z.string().optional(),
  "Index Name": z.string().optional(),
  get Plans() {
    return z.array(NODE).optional();
  },
});
const EXPLAINED = z.array(z.object({ "QUERY PLAN": z.array(z.object({ Plan: NODE })) }));

/** Each step by which Postgres would answer a statement, whatever its parameters are: as it does once a statement was asked often. */
export async function planOf(psql: Client, { text }: Prisma.Sql): Promise<readonly PlanNode[]> {
  const { rows } = await psql.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`);
  return EXPLAINED.parse(rows).flatMap((row) => row["QUERY PLAN"].flatMap(({ Plan }) => stepsOf(Plan)));
}

function stepsOf(node: z.infer<typeof NODE>): readonly PlanNode[] {
  const { "Node Type": kind, "Relation Name": table = null, "Index Name": index = null, Plans = [] } = node;
  return [{ kind, table, index }, ...Plans.flatMap(stepsOf)];
}
