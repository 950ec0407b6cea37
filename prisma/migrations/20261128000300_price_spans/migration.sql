-- A new price concerns the maps and the orders by price that show prices around it, and ranges that it moves into or out of: not each range
-- that begins or ends near it, nor each map of its place (lib/listings/price-band.ts, price-span.ts; docs/caching.md, "Tags").

-- Whether an amount is the least of its band, as round ones are.
CREATE FUNCTION cache_price_starts_band(amount bigint) RETURNS boolean
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN rtrim(substr(amount::text, 3), '0') = '';

-- How many digits an amount has: fewer than three are one size, and more than eight.
CREATE FUNCTION cache_price_size(amount bigint) RETURNS integer
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN least(greatest(length(amount::text), 2), 9);

DROP FUNCTION cache_price_kinds(bigint, bigint);

-- The kinds of searches that an end of a listing's price, moved from one amount to another, can matter to: which end it is says which end
-- of a range it can cross; null for its middle. Every range and span, when it moved far, or there was or is none.
CREATE FUNCTION cache_price_kinds(before bigint, after bigint, is_low boolean) RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  bands_max CONSTANT integer := 12;
  least_amount CONSTANT bigint := least(before, after);
  most_amount CONSTANT bigint := greatest(before, after);
  first CONSTANT integer := public.cache_price_band(least_amount);
  last CONSTANT integer := public.cache_price_band(most_amount);
  kinds text[];
BEGIN
  IF before IS NOT DISTINCT FROM after THEN
    RETURN '{}';
  END IF;
  IF before IS NULL OR after IS NULL OR last - first >= bands_max THEN
    RETURN '{search-price-far}';
  END IF;
  -- Ranges that begin or end within a band, and spans of few.
  kinds := ARRAY(SELECT 'search-price-' || band FROM generate_series(first, last) band);
  IF is_low THEN
    -- Ranges that end with the least amount of a band: it is among them, and what follows is not.
    kinds := kinds || ARRAY(SELECT 'search-price-past-' || band FROM generate_series(
      CASE WHEN public.cache_price_starts_band(least_amount) THEN first ELSE first + 1 END,
      CASE WHEN public.cache_price_starts_band(most_amount) THEN last - 1 ELSE last END) band);
  ELSIF NOT is_low THEN
    -- Ranges that begin with it.
    kinds := kinds || ARRAY(SELECT 'search-price-from-' || band FROM generate_series(first + 1, last) band);
  END IF;
  -- Spans around where it was and where it is now.
  RETURN kinds || ARRAY(
    SELECT part FROM unnest(ARRAY[before, after]) amount, LATERAL (VALUES
      ('search-price-size-' || public.cache_price_size(amount)),
      ('search-price-step-' || public.cache_price_size(amount) || left(amount::text, 1))) told (part));
END $$;

-- As before, and of each place the block that it lies in: 16 squares each way, for maps of more squares than can be told one by one.
CREATE OR REPLACE FUNCTION cache_search_tags(kinds text[], channels channel[], localities integer[], agencies integer[], squares text[])
  RETURNS text[] LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
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
    UNION SELECT tag || ':square:' || square FROM side WHERE square IS NOT NULL
    UNION SELECT tag || ':block:' || floor(split_part(square, ':', 1)::integer / 16.0) || ':' || floor(split_part(square, ':', 2)::integer / 16.0)
      FROM side WHERE square IS NOT NULL) tags;
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
                ELSE public.cache_price_kinds(old_low, new_low, true) || public.cache_price_kinds(old_high, new_high, false)
                  || public.cache_price_kinds((old_low + old_high) / 2, (new_low + new_high) / 2, NULL) END)
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
