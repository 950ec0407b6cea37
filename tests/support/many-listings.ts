import type { Client } from "pg";

/**
 * Listings of short texts in 200 places, by generate_series, and what belongs to them: enough for plans to be those of a large portal, with
 * statistics and a visibility map as a portal has them.
 */
export async function insertManyListings(psql: Client, count: number): Promise<void> {
  await psql.query(`INSERT INTO locality (region_id, slug, name, latitude, longitude)
    SELECT CASE WHEN n % 4 = 0 THEN vic.id ELSE nsw.id END, 'place-' || n, 'Place ' || n, -34 + n * 0.01, 150.5 + n * 0.01
      FROM generate_series(1, 200) n, region nsw, region vic WHERE nsw.slug = 'nsw' AND vic.slug = 'vic'`);
  await psql.query(
    "INSERT INTO agency (slug, name) SELECT 'agency-' || n, 'Agency ' || n FROM generate_series(1, 300) n",
  );
  await psql.query(
    "INSERT INTO agent (slug, name, agency_id) SELECT replace(slug, 'agency', 'agent'), name, id FROM agency",
  );
  for (let made = 0; made < count; made += BATCH) {
    await psql.query(
      `INSERT INTO listing (offer, status, property_type, headline, description, features, price_display, price_low, price_high, price_currency,
        bedrooms, bathrooms, parking, land_area_m2, locality_id, agency_id, published_at, sold_on)
      SELECT CASE WHEN n % 5 = 0 THEN 'rent' ELSE 'sale' END::offer, CASE WHEN n % 5 = 1 THEN 'sold' ELSE 'active' END::listing_status,
        (enum_range(NULL::property_type))[1 + n % 8], (ARRAY['A garden', 'A pool', 'A home', 'A view'])[1 + n % 4],
        (ARRAY['With a garden', 'By the sea', 'A pool and a garden', 'Quiet', 'Bright'])[1 + n % 5],
        CASE WHEN n % 7 = 0 THEN ARRAY['Swimming pool'] WHEN n % 7 = 1 THEN ARRAY['Deck', 'Study'] ELSE '{}' END,
        'Contact agent', n % 2000 * 1000, n % 2000 * 1000 + 50000, 'AUD', n % 6, n % 4, n % 3, n % 1000 + 1,
        place.low + n % 200, agency.low + n % 300, now() - n % 5000 * interval '1 hour', CASE WHEN n % 5 = 1 THEN current_date - n % 300 END
      FROM generate_series($1::int, $2::int) n, (SELECT min(id) AS low FROM locality) place, (SELECT min(id) AS low FROM agency) agency`,
      [made + 1, Math.min(made + BATCH, count)],
    );
  }
  await psql.query(`INSERT INTO inspection (listing_id, starts_at, ends_at)
    SELECT id, now() + id % 200 * interval '1 hour', now() + (id % 200 + 1) * interval '1 hour' FROM listing WHERE id % 2 = 0`);
  await psql.query(
    "INSERT INTO listing_agent SELECT listing.id, agent.id FROM listing JOIN agent USING (agency_id)",
  );
  await psql.query("VACUUM (ANALYZE)");
}

const BATCH = 10_000;
