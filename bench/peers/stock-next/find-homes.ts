import { Pool } from "pg";

export type Home = {
  readonly id: number;
  readonly headline: string;
  readonly price: string;
  readonly propertyType: string;
  readonly beds: number | null;
  readonly baths: number | null;
  readonly parking: number | null;
  readonly street: string | null;
  readonly suburb: string;
  readonly region: string;
  readonly agency: string | null;
};

export type HomesOfSuburb = { readonly total: number; readonly homes: readonly Home[] };

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

/** The newest of what is for sale in a suburb, as many as the portal shows on a page, and how many there are. */
export async function findHomes(region: string, suburb: string): Promise<HomesOfSuburb> {
  const values = [region, suburb];
  const [homes, counts] = await Promise.all([
    pool.query<Home>({ name: "homes", text: HOMES, values }),
    pool.query<{ total: number }>({ name: "total", text: TOTAL, values }),
  ]);
  return { homes: homes.rows, total: counts.rows[0]?.total ?? 0 };
}

const FOUND = `
  FROM listing l
  JOIN locality p ON p.id = l.locality_id
  JOIN region r ON r.id = p.region_id
  LEFT JOIN agency a ON a.id = l.agency_id
  WHERE l.channel = 'buy' AND r.slug = $1 AND p.slug = $2`;

const HOMES = `
  SELECT l.id, l.headline, l.price_display AS price, l.property_type AS "propertyType", l.bedrooms AS beds,
    l.bathrooms::float AS baths, l.parking, CASE WHEN NOT l.hide_street THEN l.street END AS street,
    p.name AS suburb, r.code AS region, a.name AS agency
  ${FOUND} ORDER BY l.published_at DESC, l.id DESC LIMIT 24`;

const TOTAL = `SELECT count(*)::integer AS total ${FOUND}`;
