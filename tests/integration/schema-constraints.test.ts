import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ListingRow } from "@/lib/listings/listing-limits";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";

type Row = Readonly<Record<string, unknown>>;

const HASH = Buffer.alloc(32, 7);
const POSSIBLE: Readonly<Record<string, Row>> = {
  country: { code: "nz", name: "New Zealand", currency: "NZD" },
  region: {
    slug: "nz-auk",
    code: "AUK",
    name: "Auckland",
    country_code: "au",
    time_zone: "Pacific/Auckland",
  },
  locality: {
    region_id: 1,
    slug: "enmore",
    name: "Enmore",
    postcode: "2042",
    latitude: -33.9,
    longitude: 151,
  },
  agency: { slug: "other", name: "Other" },
  agent: { agency_id: 1, slug: "other", name: "Other" },
  feed_source: { slug: "other", name: "Other", kind: "csv" },
  listing: {
    offer: "sale",
    status: "active",
    property_type: "house",
    headline: "A house",
    price_display: "$1",
    price_currency: "AUD",
    locality_id: 1,
    published_at: "2026-11-01T00:00:00.000Z",
  },
  listing_agent: { listing_id: 1, agent_id: 1, position: 0 },
  listing_media: {
    listing_id: 1,
    kind: "photo",
    position: 0,
    content_hash: "a".repeat(64),
    width_px: 1,
    height_px: 1,
  },
  inspection: { listing_id: 1, starts_at: "2026-11-28T01:00:00Z", ends_at: "2026-11-28T01:30:00Z" },
  listing_event: { listing_id: 1, kind: "listed", occurred_on: "2026-11-01" },
  enquiry: { listing_id: 1, name: "A person", email: "a@example.com", message: "When can I see it?" },
  user_account: { email: "a@example.com", name: "A person", role: "editor" },
  session: { user_id: 1, token_hash: HASH, expires_at: "2999-01-01T00:00:00Z" },
  second_factor: { user_id: 1, secret: HASH },
  recovery_code: { user_id: 1, code_hash: HASH },
  invitation: {
    email: "b@example.com",
    role: "editor",
    token_hash: HASH,
    invited_by: "a test",
    expires_at: "2999-01-01T00:00:00Z",
  },
  password_reset: { user_id: 1, token_hash: HASH, expires_at: "2999-01-01T00:00:00Z" },
  throttle: { key: "a key" },
  audit_entry: { actor: "a test", action: "a", subject: "listing", subject_id: "1", change: "{}" },
  listing_draft: { user_id: 1, changes: "{}" },
  feed_run: { source_id: 1, file_name: "a.csv" },
  feed_issue: { run_id: 1, line: 1, reason: "a reason" },
  saved_search: { email: "a@example.com", query: "channel=buy", token_hash: HASH },
  search_cursor: { key: HASH },
  listing_report: { reference: "ABCD2345", listing_id: 1, reason: "gone", message: "It is sold." },
};

const SOLD = { status: "sold", sold_on: "2026-11-01" };
const PRICED = { price_low: 1, price_high: 1 };

// Constraint, then each change to a possible row that it must refuse.
const IMPOSSIBLE: Readonly<Record<string, readonly Row[]>> = {
  country_code_check: [{ code: "NZ" }, { code: "nzl" }],
  country_name_check: [{ name: "" }],
  country_currency_check: [{ currency: "$" }],
  region_slug_check: [{ slug: "NZ" }, { slug: "-nz" }, { slug: "nz--a" }],
  region_code_check: [{ code: "" }],
  region_name_check: [{ name: "" }],
  region_time_zone_check: [{ time_zone: "" }],
  locality_slug_check: [{ slug: "" }, { slug: "En More" }],
  locality_name_check: [{ name: "" }],
  locality_postcode_check: [{ postcode: "" }, { postcode: "nsw-2042" }],
  locality_latitude_check: [{ latitude: 90.1 }, { latitude: "NaN" }],
  locality_longitude_check: [{ longitude: -180.1 }],
  agency_slug_check: [{ slug: "The Other" }],
  agency_name_check: [{ name: "" }],
  agent_slug_check: [{ slug: "o'ther" }],
  agent_name_check: [{ name: "" }],
  feed_source_slug_check: [{ slug: "king_county" }],
  feed_source_name_check: [{ name: "" }],
  listing_headline_given: [{ headline: "" }, { headline: "é".repeat(201) }],
  listing_price_display_given: [{ price_display: "" }, { price_display: "x".repeat(101) }],
  listing_price_not_negative: [{ price_low: -1, price_high: 1 }],
  listing_price_range_upright: [{ price_low: 2, price_high: 1 }],
  listing_price_range_whole: [{ price_low: 1 }, { price_high: 1 }],
  listing_currency_code: [{ price_currency: "aud" }, { price_currency: "" }],
  listing_bedrooms_range: [{ bedrooms: -1 }, { bedrooms: 100 }],
  listing_bathrooms_range: [{ bathrooms: -0.5 }, { bathrooms: 99.01 }],
  listing_parking_range: [{ parking: -1 }, { parking: 1000 }],
  listing_land_area_positive: [{ land_area_m2: 0 }, { land_area_m2: Number.POSITIVE_INFINITY }],
  listing_floor_area_positive: [{ floor_area_m2: -5 }, { floor_area_m2: Number.NaN }],
  listing_street_given: [{ street: "" }],
  listing_coordinates_whole: [{ latitude: -33.9 }, { longitude: 151 }],
  listing_latitude_range: [{ latitude: -91, longitude: 151 }],
  listing_longitude_range: [{ latitude: -33, longitude: 181 }],
  listing_source_whole: [{ source_id: 1 }, { external_id: "7" }],
  listing_published_unless_draft: [{ published_at: null }],
  listing_sold_has_date: [{ status: "sold" }, { sold_on: "2026-11-01" }],
  listing_sold_price_when_sold: [{ sold_price: 1 }, { ...SOLD, sold_price: -1 }],
  listing_sold_was_for_sale: [{ ...SOLD, offer: "rent" }],
  listing_leased_has_date: [{ status: "leased", offer: "rent" }, { leased_on: "2026-11-01" }],
  listing_leased_was_for_rent: [{ status: "leased", leased_on: "2026-11-01" }],
  listing_version_positive: [{ version: 0 }],
  listing_agent_position_check: [{ position: -1 }],
  listing_media_position_check: [{ position: -1 }],
  listing_media_content_hash_check: [{ content_hash: "../../etc/passwd" }],
  listing_media_width_px_check: [{ width_px: 0 }],
  listing_media_height_px_check: [{ height_px: -1 }],
  inspection_ends_after_start: [{ ends_at: "2026-11-28T01:00:00Z" }, { ends_at: "2026-11-29T01:00:00Z" }],
  listing_event_price_not_negative: [{ price_low: -1, price_high: 1 }],
  listing_event_price_range_upright: [{ price_low: 2, price_high: 1 }],
  listing_event_price_range_whole: [{ price_low: 1 }],
  enquiry_name_check: [{ name: "" }],
  enquiry_email_check: [{ email: "nobody" }, { email: "@" }],
  enquiry_message_check: [{ message: "" }],
  user_account_email_check: [{ email: "A@example.com" }, { email: "a" }],
  user_account_name_check: [{ name: "" }],
  user_account_agent_has_agency: [{ role: "agent" }, { agency_id: 1 }],
  session_token_hash_check: [{ token_hash: Buffer.alloc(31) }],
  session_expires_after_start: [{ expires_at: "1999-01-01T00:00:00Z" }],
  session_user_agent_check: [{ user_agent: "x".repeat(301) }],
  second_factor_secret_check: [{ secret: Buffer.alloc(19) }],
  recovery_code_code_hash_check: [{ code_hash: Buffer.alloc(31) }],
  invitation_email_check: [{ email: "B@example.com" }, { email: "b" }],
  invitation_token_hash_check: [{ token_hash: Buffer.alloc(31) }],
  invitation_invited_by_check: [{ invited_by: "" }],
  invitation_agent_has_agency: [{ role: "agent" }, { agency_id: 1 }],
  password_reset_token_hash_check: [{ token_hash: Buffer.alloc(33) }],
  throttle_key_check: [{ key: "" }],
  throttle_failures_check: [{ failures: -1 }],
  listing_report_reference_check: [{ reference: "ABCD234" }, { reference: "ABCD1234" }],
  listing_report_message_check: [{ message: "" }, { message: "x".repeat(2001) }],
  listing_report_email_check: [{ email: "a@" }, { email: `${"a".repeat(250)}@a.au` }],
  listing_report_closed_forgets: [{ email: "a@example.com", closed_at: "2026-11-26T00:00:00Z" }],
  audit_entry_actor_check: [{ actor: "" }],
  audit_entry_action_check: [{ action: "" }],
  audit_entry_subject_check: [{ subject: "" }],
  audit_entry_address_check: [{ address: "" }],
  audit_entry_version_check: [{ version: 0 }],
  listing_draft_base_version_check: [{ listing_id: 1, base_version: 0 }],
  listing_draft_changes_check: [{ changes: "[]" }],
  listing_draft_bounded: [{ changes: JSON.stringify({ headline: "x".repeat(131_072) }) }],
  listing_draft_base_whole: [{ listing_id: 1 }, { base_version: 1 }],
  feed_run_rows_read_check: [{ rows_read: -1 }],
  feed_run_rows_created_check: [{ rows_created: -1 }],
  feed_run_rows_updated_check: [{ rows_updated: -1 }],
  feed_run_rows_unchanged_check: [{ rows_unchanged: -1 }],
  feed_run_rows_refused_check: [{ rows_refused: -1 }],
  feed_run_finished: [{ status: "applied" }, { finished_at: "2026-11-01T00:00:00Z" }],
  feed_issue_line_check: [{ line: 0 }],
  feed_issue_reason_check: [{ reason: "" }],
  saved_search_email_check: [{ email: "A@example.com" }],
  saved_search_token_hash_check: [{ token_hash: Buffer.alloc(0) }],
  search_cursor_key_check: [{ key: Buffer.alloc(15) }],
  search_cursor_only_one_check: [{ only_one: false }],
};

// The edges of what is possible: refused by neither.
const EDGES: readonly Row[] = [
  { headline: "🏠".repeat(200), price_display: "x".repeat(100), ...PRICED },
  { bedrooms: 0, bathrooms: 0, parking: 0, price_low: 0, price_high: Number.MAX_SAFE_INTEGER },
  { bedrooms: 99, bathrooms: 99, parking: 999, latitude: -90, longitude: 180 },
  { land_area_m2: 0.01, floor_area_m2: 1e12, status: "draft", published_at: null },
  { ...SOLD, sold_price: 0 },
  { offer: "rent", status: "leased", leased_on: "1800-01-01" },
];

let held: Awaited<ReturnType<typeof createTestDatabase>>;
let client: Client;
let tableOf: ReadonlyMap<string, string>;
beforeAll(async () => {
  held = await createTestDatabase();
  client = await connectClient(held.url);
  await client.query(`
    INSERT INTO locality (region_id, slug, name, latitude, longitude) VALUES (1, 'newtown', 'Newtown', -33.9, 151);
    INSERT INTO agency (slug, name) VALUES ('one', 'One');
    INSERT INTO agent (agency_id, slug, name) VALUES (1, 'one', 'One');
    DELETE FROM search_cursor;
    INSERT INTO feed_source (slug, name, kind) VALUES ('one', 'One', 'csv');
    INSERT INTO feed_run (source_id, file_name) VALUES (1, 'one.csv');
    INSERT INTO user_account (email, name, role) VALUES ('one@example.com', 'One', 'editor');
    INSERT INTO listing (offer, property_type, headline, price_display, price_currency, locality_id)
    VALUES ('sale', 'house', 'One', '$1', 'AUD', 1)`);
  const { rows } = await client.query<{ name: string; table: string }>(
    `SELECT conname AS name, conrelid::regclass::text AS "table" FROM pg_constraint
     WHERE contype = 'c' AND connamespace = 'public'::regnamespace
       -- The journal's tables are written by its own functions alone.
       AND NOT starts_with(conrelid::regclass::text, 'cache_')`,
  );
  tableOf = new Map(rows.map(({ name, table }) => [name, table]));
});
afterAll(async () => {
  await client.end();
  await held.close();
});

test("every CHECK constraint of the database has its impossible row here, and no other is named", () => {
  expect(Object.keys(IMPOSSIBLE).sort()).toEqual([...tableOf.keys()].sort());
});

test("each possible row is accepted, so that a refusal comes from what was changed", async () => {
  for (const [table, row] of Object.entries(POSSIBLE)) expect(await insert(table, row), table).toBeNull();
  for (const edge of EDGES) expect(await insert("listing", { ...POSSIBLE.listing, ...edge })).toBeNull();
});

for (const [constraint, changes] of Object.entries(IMPOSSIBLE)) {
  test(`${constraint} refuses what cannot be`, async () => {
    const table = tableOf.get(constraint) ?? "";
    for (const change of changes) {
      expect(await insert(table, { ...POSSIBLE[table], ...change }), JSON.stringify(change)).toBe(constraint);
    }
  });
}

test("a listing that the database refuses is refused by zod too, and one that it takes is taken", () => {
  // A listing's source and version are not for people to give.
  const { listing_source_whole, listing_version_positive, ...ofListings } = IMPOSSIBLE;
  for (const [constraint, changes] of Object.entries(ofListings)) {
    if (tableOf.get(constraint) !== "listing") continue;
    for (const change of changes) {
      const parsed = ListingRow.safeParse(asDomain({ ...POSSIBLE.listing, ...change }));
      expect(parsed.success, `${constraint} ${JSON.stringify(change)}`).toBe(false);
    }
  }
  for (const edge of EDGES) {
    const parsed = ListingRow.safeParse(asDomain({ ...POSSIBLE.listing, ...edge }));
    expect(parsed.error?.issues ?? [], JSON.stringify(edge)).toEqual([]);
  }
});

/** The name of the constraint that refuses the row, or null; nothing stays. */
async function insert(table: string, row: Row): Promise<string | null> {
  const columns = Object.keys(row);
  const values = columns.map((_, index) => `$${index + 1}`);
  await client.query("BEGIN");
  try {
    await client.query(`INSERT INTO ${table} (${columns}) VALUES (${values})`, Object.values(row));
    return null;
  } catch (thrown) {
    if (thrown instanceof Error && "constraint" in thrown) return String(thrown.constraint);
    throw thrown;
  } finally {
    await client.query("ROLLBACK");
  }
}

function asDomain(row: Row): Row {
  const { bedrooms: beds = null, bathrooms: baths = null, ...columns } = row;
  const renamed = Object.entries(columns).map(([column, value]) => [
    column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return { ...UNGIVEN, beds, baths, ...Object.fromEntries(renamed) };
}

const UNGIVEN: Row = {
  description: "",
  features: [],
  priceLow: null,
  priceHigh: null,
  parking: null,
  landAreaM2: null,
  floorAreaM2: null,
  street: null,
  hideStreet: false,
  latitude: null,
  longitude: null,
  soldOn: null,
  soldPrice: null,
  leasedOn: null,
};
