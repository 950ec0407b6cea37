-- A new price concerns the searches that it can matter to: those that sort by price or show figures of prices, and those for a range of
-- prices that begins or ends near where it moved. All others of its place are left alone (docs/caching.md, "Tags").

-- The band of an amount: its first two digits and how many follow, as one number that grows with it (lib/listings/price-band.ts).
CREATE FUNCTION cache_price_band(amount bigint) RETURNS integer
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN amount < 10 THEN amount::integer ELSE 90 * (length(amount::text) - 2) + left(amount::text, 2)::integer END;

-- The kinds of searches for a range of prices that an end of a listing's range, moved from one amount to another, can matter to: a range
-- begins or ends in a band between the two; every range, when it moved far, or there was or is none.
CREATE FUNCTION cache_price_kinds(before bigint, after bigint) RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  bands_max CONSTANT integer := 12;
  first CONSTANT integer := cache_price_band(least(before, after));
  last CONSTANT integer := cache_price_band(greatest(before, after));
BEGIN
  IF before IS NOT DISTINCT FROM after THEN
    RETURN '{}';
  END IF;
  IF before IS NULL OR after IS NULL OR last - first >= bands_max THEN
    RETURN '{search-price-far}';
  END IF;
  RETURN ARRAY(SELECT 'search-price-' || band FROM generate_series(first, last) band);
END $$;

-- As before, with a kind for each listing.
CREATE FUNCTION cache_search_tags(kinds text[], channels channel[], localities integer[], agencies integer[], squares text[]) RETURNS text[]
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  WITH side AS MATERIALIZED (
    SELECT DISTINCT kind || ':' || channel AS tag, locality, agency, square
      FROM unnest(kinds, channels, localities, agencies, squares) s (kind, channel, locality, agency, square)
     WHERE channel IS NOT NULL
  )
  SELECT array_agg(tag) FROM (
    SELECT tag FROM side
    UNION SELECT tag || ':locality:' || locality FROM side
    UNION SELECT tag || ':region:' || place.region_id FROM side JOIN public.locality place ON place.id = side.locality
    UNION SELECT tag || ':agency:' || agency FROM side WHERE agency IS NOT NULL
    UNION SELECT tag || ':square:' || square FROM side WHERE square IS NOT NULL) tags;
END;

CREATE OR REPLACE FUNCTION cache_search_tags(kind text, channels channel[], localities integer[], agencies integer[], squares text[])
  RETURNS text[] LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT public.cache_search_tags((SELECT array_agg(kind) FROM unnest(channels)), channels, localities, agencies, squares);
END;

CREATE OR REPLACE FUNCTION cache_journal_listing_search() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  tags_max CONSTANT integer := 20000;
  -- From so many rows on all ranges of prices of their places are told at once, instead of bands of each.
  banded_max CONSTANT integer := 100;
  kinds text[]; channels channel[]; localities integer[]; agencies integer[]; squares text[];
  found text[];
BEGIN
  -- Searches for words or prices are told of listings that come and go as all others are.
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg('search'::text), array_agg(channel), array_agg(locality_id), array_agg(agency_id),
           array_agg(public.cache_square(latitude, longitude))
      INTO kinds, channels, localities, agencies, squares FROM new_rows;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg('search'::text), array_agg(channel), array_agg(locality_id), array_agg(agency_id),
           array_agg(public.cache_square(latitude, longitude))
      INTO kinds, channels, localities, agencies, squares FROM old_rows;
  ELSE
    WITH changed AS MATERIALIZED (
      SELECT o.channel AS old_channel, o.locality_id AS old_locality, o.agency_id AS old_agency,
             n.channel AS new_channel, n.locality_id AS new_locality, n.agency_id AS new_agency,
             o.price_low AS old_low, n.price_low AS new_low, o.price_high AS old_high, n.price_high AS new_high,
             public.cache_square(o.latitude, o.longitude) AS old_square, public.cache_square(n.latitude, n.longitude) AS new_square,
             -- Not the days on which it is open: of those inspections tell (search-open:*), and places and regions that change.
             (o.id, o.channel, o.locality_id, o.agency_id, o.facet_key, o.property_type, o.bedrooms, o.bathrooms, o.parking, o.sold_on,
               o.land_m2, o.published_at, o.latitude, o.longitude)
             IS DISTINCT FROM
             (n.id, n.channel, n.locality_id, n.agency_id, n.facet_key, n.property_type, n.bedrooms, n.bathrooms, n.parking, n.sold_on,
               n.land_m2, n.published_at, n.latitude, n.longitude) AS in_facts,
             (o.words, o.features) IS DISTINCT FROM (n.words, n.features) AS in_text,
             (o.price_low, o.price_high) IS DISTINCT FROM (n.price_low, n.price_high) AS in_price
        FROM old_rows o FULL JOIN new_rows n USING (id)
    ), side AS (
      SELECT kind, old_channel AS channel, old_locality AS locality, old_agency AS agency, old_square AS square
        FROM changed, LATERAL (
          SELECT 'search'::text WHERE in_facts
          UNION ALL SELECT 'search-text' WHERE in_text
          -- What changes in facts too tells everybody already.
          UNION ALL SELECT 'search-price' WHERE in_price AND NOT in_facts
          UNION ALL SELECT unnest(
              CASE WHEN (SELECT count(*) FROM changed) > banded_max THEN ARRAY['search-price-far']
                ELSE public.cache_price_kinds(old_low, new_low) || public.cache_price_kinds(old_high, new_high) END)
            WHERE in_price AND NOT in_facts
        ) told (kind)
      UNION ALL
      SELECT kind, new_channel, new_locality, new_agency, new_square
        FROM changed, LATERAL (SELECT 'search'::text WHERE in_facts UNION ALL SELECT 'search-text' WHERE in_text) told (kind)
    )
    SELECT array_agg(kind), array_agg(channel), array_agg(locality), array_agg(agency), array_agg(square)
      INTO kinds, channels, localities, agencies, squares FROM side;
  END IF;
  -- Whoever wrote listing_search holds the places (listing_search_follow), or has moved them itself.
  IF kinds IS NOT NULL THEN
    found := public.cache_search_tags(kinds, channels, localities, agencies, squares);
  END IF;
  IF cardinality(found) > tags_max THEN
    found := ARRAY['listings'];
  END IF;
  IF found IS NOT NULL THEN
    PERFORM public.cache_note(found);
  END IF;
  RETURN NULL;
END $$;
