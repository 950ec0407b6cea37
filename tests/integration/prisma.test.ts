import { expect, onTestFinished, test } from "vitest";
import { Prisma } from "@/prisma/generated/client";
import { createTestDatabase } from "@/tests/support/database";

async function setUp() {
  const { database, close } = await createTestDatabase({ DATABASE_POOL_MAX: "1" });
  onTestFinished(close);
  const prepared = async () => {
    const [row] = await database.$queryRaw<
      [{ count: number }]
    >`SELECT count(*)::int AS count FROM pg_prepared_statements`;
    return row.count;
  };
  return { database, prepared };
}

test("a statement that is asked again is prepared once", async () => {
  const { database, prepared } = await setUp();
  const before = await prepared();
  for (let n = 0; n < 3; n++) await database.$queryRaw`SELECT 1 AS one`;
  expect((await prepared()) - before).toBe(1);
});

// Each filter combination of a search is a statement of its own: without a bound, a crawler fills every connection with them.
test("a connection keeps a bounded number of prepared statements, and answers more than those", async () => {
  const { database, prepared } = await setUp();
  for (let n = 0; n < 150; n++) {
    const columns = Prisma.join(Array.from({ length: n + 1 }, () => Prisma.sql`1`));
    const [row] = await database.$queryRaw<[{ sum: number }]>`SELECT cardinality(ARRAY[${columns}]) AS sum`;
    expect(row.sum).toBe(n + 1);
  }
  expect(await prepared()).toBeLessThanOrEqual(100);
});
