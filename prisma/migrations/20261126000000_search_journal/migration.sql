-- What searches read says itself when it changes: its tags are made of listing_search, not of listing (docs/caching.md, "Tags"). So a
-- suburb that is renamed tells the searches that find words of its name, and a text whose words stay the same tells none.

-- The square of a quarter of a degree that a listing stands in, as windows of maps ask for it (lib/listings/search-squares.ts).
CREATE FUNCTION cache_square(latitude double precision, longitude double precision) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN floor(latitude * 4)::integer || ':' || floor(longitude * 4)::integer;

-- The searches that look through listings of these channels, places, agencies and squares (as many of each; NULL where there is none): the
-- channel, and in it the locality, its region, the agency, the square. The caller holds the localities, of which the regions are derived.
CREATE FUNCTION cache_search_tags(kind text, channels channel[], localities integer[], agencies integer[], squares text[]) RETURNS text[]
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  WITH side AS MATERIALIZED (
    SELECT DISTINCT kind || ':' || channel AS tag, locality, agency, square
      FROM unnest(channels, localities, agencies, squares) s (channel, locality, agency, square)
     WHERE channel IS NOT NULL
  )
  SELECT array_agg(tag) FROM (
    SELECT tag FROM side
    UNION SELECT tag || ':locality:' || locality FROM side
    UNION SELECT tag || ':region:' || place.region_id FROM side JOIN public.locality place ON place.id = side.locality
    UNION SELECT tag || ':agency:' || agency FROM side WHERE agency IS NOT NULL
    UNION SELECT tag || ':square:' || square FROM side WHERE square IS NOT NULL) tags;
END;

CREATE FUNCTION cache_journal_listing_search() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  tags_max CONSTANT integer := 20000;
  -- Of listings that come, go or change in what filters, orders and counts ask for; and of those that change in words or features.
  channels channel[]; localities integer[]; agencies integer[]; squares text[];
  text_channels channel[]; text_localities integer[]; text_agencies integer[]; text_squares text[];
  found text[];
BEGIN
  -- Searches for words are told of listings that come and go as all others are.
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(channel), array_agg(locality_id), array_agg(agency_id), array_agg(public.cache_square(latitude, longitude))
      INTO channels, localities, agencies, squares FROM new_rows;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(channel), array_agg(locality_id), array_agg(agency_id), array_agg(public.cache_square(latitude, longitude))
      INTO channels, localities, agencies, squares FROM old_rows;
  ELSE
    WITH changed AS MATERIALIZED (
      SELECT o.channel AS old_channel, o.locality_id AS old_locality, o.agency_id AS old_agency,
             n.channel AS new_channel, n.locality_id AS new_locality, n.agency_id AS new_agency,
             public.cache_square(o.latitude, o.longitude) AS old_square, public.cache_square(n.latitude, n.longitude) AS new_square,
             -- Not the days on which it is open: of those inspections tell (search-open:*), and places and regions that change.
             (o.id, o.channel, o.locality_id, o.agency_id, o.facet_key, o.property_type, o.bedrooms, o.bathrooms, o.parking, o.sold_on,
               o.land_m2, o.price_low, o.price_high, o.published_at, o.latitude, o.longitude)
             IS DISTINCT FROM
             (n.id, n.channel, n.locality_id, n.agency_id, n.facet_key, n.property_type, n.bedrooms, n.bathrooms, n.parking, n.sold_on,
               n.land_m2, n.price_low, n.price_high, n.published_at, n.latitude, n.longitude) AS in_facts,
             (o.words, o.features) IS DISTINCT FROM (n.words, n.features) AS in_text
        FROM old_rows o FULL JOIN new_rows n USING (id)
    ), side AS (
      SELECT old_channel AS channel, old_locality AS locality, old_agency AS agency, old_square AS square, in_facts, in_text FROM changed
      UNION ALL
      SELECT new_channel, new_locality, new_agency, new_square, in_facts, in_text FROM changed
    )
    SELECT array_agg(channel) FILTER (WHERE in_facts), array_agg(locality) FILTER (WHERE in_facts), array_agg(agency) FILTER (WHERE in_facts),
           array_agg(square) FILTER (WHERE in_facts),
           array_agg(channel) FILTER (WHERE in_text), array_agg(locality) FILTER (WHERE in_text), array_agg(agency) FILTER (WHERE in_text),
           array_agg(square) FILTER (WHERE in_text)
      INTO channels, localities, agencies, squares, text_channels, text_localities, text_agencies, text_squares FROM side;
  END IF;
  -- Whoever wrote listing_search holds the places (listing_search_follow), or has moved them itself.
  IF channels IS NOT NULL THEN
    found := public.cache_search_tags('search', channels, localities, agencies, squares);
  END IF;
  IF text_channels IS NOT NULL THEN
    found := found || public.cache_search_tags('search-text', text_channels, text_localities, text_agencies, text_squares);
  END IF;
  IF cardinality(found) > tags_max THEN
    found := ARRAY['listings'];
  END IF;
  IF found IS NOT NULL THEN
    PERFORM public.cache_note(found);
  END IF;
  RETURN NULL;
END $$;

-- The rest of what a listing tells: itself, its card, and the counts of its place.
DROP TYPE listing_change;
CREATE TYPE listing_change AS (
  id integer, old_channel channel, old_locality integer, new_channel channel, new_locality integer, on_card boolean
);

CREATE OR REPLACE FUNCTION cache_journal_listing() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  -- Beyond, every entry that read a listing is overtaken.
  tags_max CONSTANT integer := 20000;
  changes public.listing_change[];
  found text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(ROW(n.id, NULL, NULL, n.channel, n.locality_id, false)::public.listing_change)
      INTO changes FROM (SELECT * FROM new_rows LIMIT tags_max + 1) n;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(ROW(o.id, o.channel, o.locality_id, NULL, NULL, true)::public.listing_change)
      INTO changes FROM (SELECT * FROM old_rows LIMIT tags_max + 1) o;
  ELSE
    -- FULL: a listing that was given another id is one that left and one that came.
    SELECT array_agg(ROW(coalesce(o.id, n.id), o.channel, o.locality_id, n.channel, n.locality_id,
        -- What a card shows (CARD_JSON in lib/listings/listing-row.ts).
        (o.channel, o.status, o.offer, o.property_type, o.headline, o.price_display, o.price_low, o.price_high, o.price_currency,
          o.bedrooms, o.bathrooms, o.parking, o.land_area_m2, o.floor_area_m2, o.street, o.hide_street, o.locality_id, o.agency_id,
          o.published_at, o.sold_on, o.source_id)
        IS DISTINCT FROM
        (n.channel, n.status, n.offer, n.property_type, n.headline, n.price_display, n.price_low, n.price_high, n.price_currency,
          n.bedrooms, n.bathrooms, n.parking, n.land_area_m2, n.floor_area_m2, n.street, n.hide_street, n.locality_id, n.agency_id,
          n.published_at, n.sold_on, n.source_id)
      )::public.listing_change)
      INTO changes
      FROM (SELECT o AS old_row, n AS new_row FROM old_rows o FULL JOIN new_rows n USING (id)
             WHERE o IS DISTINCT FROM n LIMIT tags_max + 1) pair,
           LATERAL (SELECT (pair.old_row).*) o, LATERAL (SELECT (pair.new_row).*) n;
  END IF;
  IF changes IS NULL THEN
    RETURN NULL;
  END IF;
  IF cardinality(changes) <= tags_max THEN
    SELECT array_agg(tag) INTO found FROM (
      SELECT 'listing:' || c.id AS tag FROM unnest(changes) c
      UNION
      -- A card that nobody can have seen is on no page.
      SELECT 'card:' || c.id FROM unnest(changes) c WHERE c.on_card AND c.old_channel IS NOT NULL
      UNION
      SELECT 'stock:' || side.channel FROM unnest(changes) c, LATERAL (VALUES (c.old_channel), (c.new_channel)) side (channel)
       WHERE side.channel IS NOT NULL AND (c.old_channel, c.old_locality) IS DISTINCT FROM (c.new_channel, c.new_locality)
      LIMIT tags_max + 1
    ) tags;
  END IF;
  IF found IS NULL OR cardinality(found) > tags_max THEN
    found := ARRAY['listings'];
  END IF;
  PERFORM public.cache_note(found);
  RETURN NULL;
END $$;

-- An inspection concerns its listing, and the searches for what is open where that is shown.
CREATE OR REPLACE FUNCTION cache_journal_inspection() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  tags_max CONSTANT integer := 20000;
  ids integer[];
  found text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(listing_id) INTO ids FROM (SELECT DISTINCT listing_id FROM new_rows LIMIT tags_max + 1) changed;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(listing_id) INTO ids FROM (SELECT DISTINCT listing_id FROM old_rows LIMIT tags_max + 1) changed;
  ELSE
    SELECT array_agg(listing_id) INTO ids FROM (
      SELECT DISTINCT listing_id FROM (
        (TABLE old_rows EXCEPT ALL TABLE new_rows) UNION ALL (TABLE new_rows EXCEPT ALL TABLE old_rows)
      ) rows LIMIT tags_max + 1) changed;
  END IF;
  IF ids IS NULL THEN
    RETURN NULL;
  END IF;
  IF cardinality(ids) <= tags_max THEN
    -- Derived from other tables: held, also what is in no channel yet, so that a listing that is published, or that moves, or whose place
    -- does, meanwhile is not missed; and as listing_search_follow_inspection holds them after this. One that is being deleted tells its
    -- searches itself.
    PERFORM public.listing_search_hold_listings(ids);
    found := ARRAY(SELECT 'listing:' || id FROM unnest(ids) id) || (
      SELECT public.cache_search_tags('search-open', array_agg(channel), array_agg(locality_id), array_agg(agency_id),
          array_agg(public.cache_square(latitude, longitude)))
        FROM public.listing_search WHERE id = ANY (ids));
  END IF;
  IF found IS NULL OR cardinality(found) > tags_max THEN
    found := ARRAY['listings'];
  END IF;
  PERFORM public.cache_note(found);
  RETURN NULL;
END $$;

-- A word that nothing had is corrected to one that something has: until the vocabulary grows.
CREATE FUNCTION cache_journal_vocabulary() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  is_changed boolean;
BEGIN
  IF TG_OP = 'INSERT' THEN
    is_changed := EXISTS (SELECT FROM new_rows);
  ELSIF TG_OP = 'DELETE' THEN
    is_changed := EXISTS (SELECT FROM old_rows);
  ELSE
    is_changed := EXISTS ((TABLE old_rows EXCEPT ALL TABLE new_rows) UNION ALL (TABLE new_rows EXCEPT ALL TABLE old_rows));
  END IF;
  IF is_changed THEN
    PERFORM public.cache_note(ARRAY['search-words']);
  END IF;
  RETURN NULL;
END $$;

DO $migration$
DECLARE
  source record;
BEGIN
  FOR source IN
    SELECT * FROM (VALUES
      ('listing_search', 'cache_journal_listing_search', 'listings'),
      ('search_word',    'cache_journal_vocabulary',     'search-words'),
      ('search_feature', 'cache_journal_vocabulary',     'search-words')
    ) AS sources (table_name, follow, coarse)
  LOOP
    EXECUTE format($create$
      CREATE TRIGGER cache_journal_insert AFTER INSERT ON %1$I REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION %2$I();
      CREATE TRIGGER cache_journal_update AFTER UPDATE ON %1$I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION %2$I();
      CREATE TRIGGER cache_journal_delete AFTER DELETE ON %1$I REFERENCING OLD TABLE AS old_rows
        FOR EACH STATEMENT EXECUTE FUNCTION %2$I();
      CREATE TRIGGER cache_journal_truncate AFTER TRUNCATE ON %1$I
        FOR EACH STATEMENT EXECUTE FUNCTION cache_journal_truncated(%3$L);
      ALTER TABLE %1$I ENABLE ALWAYS TRIGGER cache_journal_insert, ENABLE ALWAYS TRIGGER cache_journal_update,
        ENABLE ALWAYS TRIGGER cache_journal_delete, ENABLE ALWAYS TRIGGER cache_journal_truncate;
    $create$, source.table_name, source.follow, source.coarse);
  END LOOP;
END $migration$;
