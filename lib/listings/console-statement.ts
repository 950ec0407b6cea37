import "server-only";
import type { ConsoleRow, ConsoleSearch, ConsoleSort } from "@/lib/listings/console-search";
import type { scopeOf } from "@/lib/listings/listing-rights";
import { CARD_JSON, CARD_TABLES } from "@/lib/listings/listing-row";
import { Prisma } from "@/prisma/generated/client";

const WORDS_MAX = 8;

type Scope = ReturnType<typeof scopeOf>;
/** Who asks: whose listings, and who "me" is. */
export type Asker = { readonly scope: Scope; readonly userId: number | null };
export type Cursor = { readonly key: string; readonly id: number };
export type KeyedRow = { readonly row: ConsoleRow; readonly key: string };

/** By what each order goes, never NULL, with the type in which a cursor carries it. */
const KEYS: Readonly<Record<ConsoleSort, { key: Prisma.Sql; type: Prisma.Sql; order: "asc" | "desc" }>> = {
  changed: { key: Prisma.sql`l.updated_at`, type: Prisma.sql`timestamptz`, order: "desc" },
  published: {
    key: Prisma.sql`coalesce(l.published_at, '-infinity')`,
    type: Prisma.sql`timestamptz`,
    order: "desc",
  },
  price: { key: Prisma.sql`coalesce(l.price_low, -1)`, type: Prisma.sql`bigint`, order: "desc" },
  address: {
    key: Prisma.sql`concat_ws(' ', p.plain_name, lower(l.street))`,
    type: Prisma.sql`text`,
    order: "asc",
  },
  status: { key: Prisma.sql`l.status`, type: Prisma.sql`listing_status`, order: "asc" },
};

const ROW_JSON = Prisma.sql`${CARD_JSON}::jsonb || jsonb_build_object(
  'street', l.street,
  'hideStreet', l.hide_street,
  'version', l.version,
  'updatedAt', to_char(l.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'agents', coalesce((
    SELECT jsonb_agg(jsonb_build_object('slug', agent.slug, 'name', agent.name) ORDER BY la.position, agent.id)
    FROM listing_agent la JOIN agent ON agent.id = la.agent_id WHERE la.listing_id = l.id), '[]'))`;

/**
 * A page of the console's table and one row more, in order. What is shown is looked up for the page alone: an order without an index has every
 * listing to sort, and sorts nothing but keys.
 */
export function consolePageStatement(search: ConsoleSearch, asker: Asker, cursor: Cursor | null): Prisma.Sql {
  const { key, type, order: usual } = KEYS[search.sort];
  const order = search.order ?? usual;
  const direction = order === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const beyond = order === "asc" ? Prisma.sql`>` : Prisma.sql`<`;
  const from =
    cursor === null
      ? Prisma.empty
      : Prisma.sql`AND (${key}, l.id) ${beyond} (${cursor.key}::text::${type}, ${cursor.id}::int)`;
  return Prisma.sql`
    SELECT ${ROW_JSON} AS row, page.key::text AS key
    FROM (
      SELECT l.id, ${key} AS key FROM listing l JOIN locality p ON p.id = l.locality_id
      WHERE ${conditions(search, asker)} ${from}
      ORDER BY ${key} ${direction}, l.id ${direction} LIMIT ${search.limit + 1}
    ) page JOIN (${CARD_TABLES}) ON l.id = page.id
    ORDER BY page.key ${direction}, page.id ${direction}`;
}

/** How many there are of each status that has some. */
export function consoleCountsStatement({ status: _, ...search }: ConsoleSearch, asker: Asker): Prisma.Sql {
  return Prisma.sql`SELECT l.status, count(*)::int AS count FROM listing l WHERE ${conditions(search, asker)} GROUP BY l.status`;
}

type Filters = Omit<ConsoleSearch, "status"> & Partial<Pick<ConsoleSearch, "status">>;

function conditions(search: Filters, { scope, userId }: Asker): Prisma.Sql {
  const { q = "", status, channel, type, agency, agent, suburb, changedBy } = search;
  const words = q.split(/\s+/).filter(Boolean).slice(0, WORDS_MAX);
  const [region = "", locality = ""] = suburb?.split("/") ?? [];
  const asked = [
    scope === "all" ? null : Prisma.sql`l.agency_id = ${scope.id}`,
    status === undefined ? null : Prisma.sql`l.status = ${status}::listing_status`,
    channel === undefined ? null : Prisma.sql`l.channel = ${channel}::channel`,
    type === undefined ? null : Prisma.sql`l.property_type = ${type}::property_type`,
    agency === undefined ? null : Prisma.sql`l.agency_id = (SELECT id FROM agency WHERE slug = ${agency})`,
    agent === undefined
      ? null
      : Prisma.sql`l.id IN (SELECT listing_id FROM listing_agent la JOIN agent ON agent.id = la.agent_id WHERE agent.slug = ${agent})`,
    suburb === undefined
      ? null
      : Prisma.sql`l.locality_id = (SELECT p.id FROM locality p JOIN region r ON r.id = p.region_id WHERE r.slug = ${region} AND p.slug = ${locality})`,
    changedBy === undefined
      ? null
      : Prisma.sql`l.id IN (SELECT subject_id::int FROM audit_entry WHERE user_id = ${userId}::int AND subject = 'listing')`,
    ...words.map(holdsWord),
  ];
  return Prisma.join([Prisma.sql`true`, ...asked.filter((condition) => condition !== null)], " AND ");
}

/** Accents are looked past where few names are read. A listing's own texts are read one by one, where that would take ten times as long. */
function holdsWord(word: string): Prisma.Sql {
  const part = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  const number = /^[1-9]\d{0,8}$/.test(word) ? Number(word) : 0;
  return Prisma.sql`(
    l.id = ${number}::int OR l.headline ILIKE ${part} OR l.street ILIKE ${part}
    OR l.locality_id IN (SELECT id FROM locality WHERE plain_name LIKE plain_text(${part}) OR postcode = ${word})
    OR l.id IN (SELECT la.listing_id FROM listing_agent la JOIN agent ON agent.id = la.agent_id WHERE plain_text(agent.name) LIKE plain_text(${part})))`;
}
