import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "@/tests/support/database";

const TYPES: Readonly<Record<string, string>> = {
  String: "text",
  Int: "int4",
  BigInt: "int8",
  Float: "float8",
  Decimal: "numeric",
  Boolean: "bool",
  DateTime: "timestamp",
  Json: "jsonb",
  Bytes: "bytea",
  SmallInt: "int2",
  Timestamptz: "timestamptz",
  Date: "date",
};

let held: Awaited<ReturnType<typeof createTestDatabase>>;
let schema: string;
beforeAll(async () => {
  held = await createTestDatabase();
  schema = await readFile("prisma/schema.prisma", "utf8");
});
afterAll(() => held.close());

// The journal's tables (cache_*), those of the search (listing_search, search_*) and locality_stock are written by triggers: Prisma is not to
// write to them.
test("Prisma knows each column of the portal's tables with its type, its nulls and whether it has a default, and no others", async () => {
  const columns = await held.database.$queryRaw<{ text: string }[]>`
    SELECT format('%s.%s %s%s%s', table_name, column_name, udt_name,
                  CASE is_nullable WHEN 'YES' THEN ' null' ELSE '' END,
                  CASE WHEN column_default IS NULL THEN '' ELSE ' default' END) AS text
      FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND table_name !~ '^(cache_|search_|listing_search|locality_stock)'`;
  expect(describeModels(schema)).toEqual(columns.map(({ text }) => text).sort());
});

test("Prisma knows the values of each enum in the database's order", async () => {
  const enums = await held.database.$queryRaw<{ text: string }[]>`
    SELECT typname || ': ' || string_agg(enumlabel, ' ' ORDER BY enumsortorder) AS text
      FROM pg_type JOIN pg_enum ON enumtypid = pg_type.oid
     WHERE typnamespace = 'public'::regnamespace GROUP BY typname`;
  expect(describeEnums(schema)).toEqual(enums.map(({ text }) => text).sort());
});

test("Prisma knows what each row belongs to, and what goes with it", async () => {
  const keys = await held.database.$queryRaw<{ text: string }[]>`
    SELECT format('%s.%s -> %s%s', conrelid::regclass, attname, confrelid::regclass,
                  CASE confdeltype WHEN 'c' THEN ' cascade' ELSE '' END) AS text
      FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
     WHERE contype = 'f'`;
  expect(describeRelations(schema)).toEqual(keys.map(({ text }) => text).sort());
});

type Block = { readonly name: string; readonly mapped: string; readonly lines: readonly string[] };

function blocks(kind: "model" | "enum", text: string): Block[] {
  return [...text.matchAll(new RegExp(`^${kind} (\\w+) \\{\\n(.*?)^\\}`, "gms"))].map(
    ([, name = "", body = ""]) => ({
      name,
      mapped: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
      lines: body.split("\n").filter((line) => /^ {2}\w/.test(line)),
    }),
  );
}

function describeModels(text: string): string[] {
  const mapped = new Map(blocks("enum", text).map((block) => [block.name, block.mapped]));
  const isColumn = (line: string) => mapped.has(typeOf(line)) || Object.hasOwn(TYPES, typeOf(line));
  const columns = blocks("model", text).flatMap((model) =>
    model.lines.filter(isColumn).map((line) => {
      const native = /@db\.(\w+)/.exec(line)?.[1];
      const type = TYPES[native ?? typeOf(line)] ?? mapped.get(typeOf(line));
      const udt = /^\s+\w+\s+\w+\[\]/.test(line) ? `_${type}` : type;
      const isNullable = /^\s+\w+\s+\w+\?/.test(line);
      const hasDefault = line.includes("@default");
      return `${model.mapped}.${columnOf(line)} ${udt}${isNullable ? " null" : ""}${hasDefault ? " default" : ""}`;
    }),
  );
  return columns.sort();
}

function describeEnums(text: string): string[] {
  return blocks("enum", text)
    .map(({ mapped, lines }) => `${mapped}: ${lines.map((line) => line.trim()).join(" ")}`)
    .sort();
}

function describeRelations(text: string): string[] {
  const models = blocks("model", text);
  const tables = new Map(models.map(({ name, mapped }) => [name, mapped]));
  const relations = models.flatMap(({ mapped, lines }) =>
    lines.flatMap((line) => {
      const field = /@relation\((?:"\w+", )?fields: \[(\w+)\]/.exec(line)?.[1];
      const column = lines.find((candidate) => candidate.trim().split(/\s+/)[0] === field);
      if (column === undefined) return [];
      const cascade = line.includes("onDelete: Cascade") ? " cascade" : "";
      return [`${mapped}.${columnOf(column)} -> ${tables.get(typeOf(line))}${cascade}`];
    }),
  );
  return relations.sort();
}

function typeOf(line: string): string {
  return /^\s+\w+\s+(\w+)/.exec(line)?.[1] ?? "";
}

function columnOf(line: string): string {
  return /@map\("(\w+)"\)/.exec(line)?.[1] ?? /^\s+(\w+)/.exec(line)?.[1] ?? "";
}
