-- What searches ask for, apart from what they show: a narrow row for each public listing (docs/decisions/0020-a-narrow-table-to-search.md).
-- It is written by triggers, in the writer's own transaction, and by nothing else.

-- The stems of a text, in English, without its stop words.
CREATE FUNCTION search_stems(value text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
  RETURN tsvector_to_array(to_tsvector('pg_catalog.english'::regconfig, public.plain_text(value)));

-- What a feature is asked for by ("Swimming pool" is swimming-pool), as slugify() in lib/slug.ts.
CREATE FUNCTION feature_slug(label text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
  RETURN trim(BOTH '-' FROM regexp_replace(public.plain_text(label), '[^a-z0-9]+', '-', 'g'));

-- What facets count, in one number, so that counting half a million listings groups by one number: the currency in base 26, then type,
-- then bedrooms, bathrooms and parking as 0 (unknown) or 1 more than they are, five and more alike. Read by lib/listings/facet-key.ts.
CREATE FUNCTION listing_facet_key(currency text, type property_type, beds smallint, baths numeric, parking smallint) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (((ascii(currency) - 65) * 26 + ascii(substr(currency, 2, 1)) - 65) * 26 + ascii(substr(currency, 3, 1)) - 65) * 2744
    + CASE type WHEN 'house' THEN 0 WHEN 'terrace' THEN 1 WHEN 'townhouse' THEN 2 WHEN 'apartment' THEN 3 WHEN 'unit' THEN 4
        WHEN 'villa' THEN 5 WHEN 'rural' THEN 6 WHEN 'land' THEN 7 END * 343
    -- least() passes over null: hence a case.
    + CASE WHEN beds >= 5 THEN 6 ELSE coalesce(beds + 1, 0) END * 49
    + CASE WHEN baths >= 5 THEN 6 ELSE coalesce(floor(baths)::integer + 1, 0) END * 7
    + CASE WHEN parking >= 5 THEN 6 ELSE coalesce(parking + 1, 0) END;

CREATE TABLE listing_search (
  id            integer PRIMARY KEY REFERENCES listing (id) ON DELETE CASCADE,
  channel       channel NOT NULL,
  locality_id   integer NOT NULL,
  agency_id     integer,
  facet_key     integer NOT NULL,
  property_type property_type NOT NULL,
  bedrooms      smallint,
  -- In hundredths.
  bathrooms     smallint,
  parking       smallint,
  sold_on       date,
  -- As people read it: "525 m²" is found by 525, whatever the file said in square feet.
  land_m2       bigint,
  price_low     bigint,
  price_high    bigint,
  published_at  timestamptz(3) NOT NULL,
  -- Where it is shown: a hidden street stands where its locality does, or a window made ever smaller would find the house.
  latitude      double precision NOT NULL,
  longitude     double precision NOT NULL,
  -- Hashes (hashtext) of feature slugs.
  features      integer[] NOT NULL,
  -- Hashes of the stems of headline, description, features, address; and of "headline:" with those of the headline.
  words         integer[] NOT NULL
);
-- 20 rows to a page instead of 9 in listing; updates that change no index find room beside the old row.
ALTER TABLE listing_search SET (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- Counts, and pages of few results, of a channel or its places: from the index alone.
CREATE INDEX listing_search_place ON listing_search (channel, locality_id)
  INCLUDE (id, facet_key, property_type, bedrooms, bathrooms, parking, land_m2, price_low, price_high, published_at, latitude, longitude);
-- Windows of a map, likewise: a strip between two latitudes, of which the longitudes are looked at.
CREATE INDEX listing_search_map ON listing_search (channel, latitude)
  INCLUDE (longitude, id, facet_key, property_type, bedrooms, bathrooms, parking, land_m2, price_low, price_high, published_at);
-- Pages of many results are read in their order until they are full.
CREATE INDEX listing_search_newest ON listing_search (channel, published_at DESC, id DESC);
CREATE INDEX listing_search_price  ON listing_search (channel, price_low, id);
CREATE INDEX listing_search_sold   ON listing_search (sold_on DESC, id DESC) WHERE channel = 'sold';
CREATE INDEX listing_search_agency ON listing_search (agency_id, channel);
-- One for each channel: what is sold is no answer to who buys. What is written waits in a short list, which every search reads.
CREATE INDEX listing_search_words_buy  ON listing_search USING gin (words, features) WITH (gin_pending_list_limit = 256) WHERE channel = 'buy';
CREATE INDEX listing_search_words_rent ON listing_search USING gin (words, features) WITH (gin_pending_list_limit = 256) WHERE channel = 'rent';
CREATE INDEX listing_search_words_sold ON listing_search USING gin (words, features) WITH (gin_pending_list_limit = 256) WHERE channel = 'sold';
-- The next inspections, in their order.
CREATE INDEX inspection_next ON inspection (starts_at, listing_id) INCLUDE (ends_at);

-- These served searches of listing itself.
DROP INDEX listing_newest, listing_price, listing_sold_on;

-- The stems and features that any listing ever had, to complete and correct what people write. Some may stand twice: two writers who
-- bring the same word at once do not wait for each other. Nothing is taken away; what no listing has any more finds none.
CREATE TABLE search_word (
  stem text NOT NULL,
  code integer NOT NULL
);
CREATE INDEX search_word_prefix  ON search_word (stem text_pattern_ops);
CREATE INDEX search_word_trigram ON search_word USING gin (stem gin_trgm_ops);
CREATE TABLE search_feature (
  code  integer NOT NULL,
  slug  text NOT NULL,
  label text NOT NULL
);
CREATE INDEX search_feature_code ON search_feature (code);

-- Writes what searches ask of these listings as they now are. The caller holds their localities.
CREATE FUNCTION listing_search_write(ids integer[]) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM public.listing_search s USING public.listing l WHERE s.id = l.id AND l.id = ANY (ids) AND l.channel IS NULL;
  WITH told AS MATERIALIZED (
    SELECT l.*, p.latitude AS place_latitude, p.longitude AS place_longitude,
           public.search_stems(l.headline) AS headline_stems,
           public.search_stems(concat_ws(' ', l.headline, l.description, array_to_string(l.features, ' '),
             CASE WHEN NOT l.hide_street THEN l.street END, p.name)) AS stems
      FROM public.listing l JOIN public.locality p ON p.id = l.locality_id
     WHERE l.id = ANY (ids) AND l.channel IS NOT NULL
  ), label AS MATERIALIZED (
    SELECT label, public.feature_slug(label) AS slug FROM (SELECT DISTINCT unnest(features) AS label FROM told) labels
  ), new_words AS (
    INSERT INTO public.search_word (stem, code)
    SELECT stem, hashtext(stem) FROM (SELECT DISTINCT unnest(stems) AS stem FROM told) stems
     WHERE NOT EXISTS (SELECT FROM public.search_word known WHERE known.stem = stems.stem)
  ), new_features AS (
    INSERT INTO public.search_feature (code, slug, label)
    SELECT hashtext('feature:' || slug), slug, min(label) FROM label
     WHERE slug <> '' AND NOT EXISTS (SELECT FROM public.search_feature known WHERE known.code = hashtext('feature:' || label.slug))
     GROUP BY slug
  )
  INSERT INTO public.listing_search AS held (id, channel, locality_id, agency_id, facet_key, property_type, bedrooms, bathrooms, parking,
    sold_on, land_m2, price_low, price_high, published_at, latitude, longitude, features, words)
  SELECT t.id, t.channel, t.locality_id, t.agency_id,
         public.listing_facet_key(t.price_currency, t.property_type, t.bedrooms, t.bathrooms, t.parking),
         t.property_type, t.bedrooms, (t.bathrooms * 100)::smallint, t.parking, t.sold_on, floor(t.land_area_m2 + 0.5)::bigint,
         t.price_low, t.price_high, t.published_at,
         CASE WHEN t.latitude IS NOT NULL AND NOT t.hide_street THEN t.latitude ELSE t.place_latitude END,
         CASE WHEN t.latitude IS NOT NULL AND NOT t.hide_street THEN t.longitude ELSE t.place_longitude END,
         ARRAY(SELECT DISTINCT hashtext('feature:' || slug) FROM label WHERE label = ANY (t.features) AND slug <> '' ORDER BY 1),
         ARRAY(SELECT hashtext(stem) FROM unnest(t.stems) stem
               UNION SELECT hashtext('headline:' || stem) FROM unnest(t.headline_stems) stem ORDER BY 1)
    FROM told t
  ON CONFLICT (id) DO UPDATE SET
    channel = excluded.channel, locality_id = excluded.locality_id, agency_id = excluded.agency_id, facet_key = excluded.facet_key,
    property_type = excluded.property_type, bedrooms = excluded.bedrooms, bathrooms = excluded.bathrooms, parking = excluded.parking,
    sold_on = excluded.sold_on, land_m2 = excluded.land_m2, price_low = excluded.price_low, price_high = excluded.price_high,
    published_at = excluded.published_at, latitude = excluded.latitude, longitude = excluded.longitude,
    features = excluded.features, words = excluded.words
  WHERE held IS DISTINCT FROM excluded;
END $$;

-- After a listing came or changed (what is deleted goes with its row).
CREATE FUNCTION listing_search_follow() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ids integer[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(n.id) INTO ids FROM new_rows n WHERE n.channel IS NOT NULL;
  ELSE
    SELECT array_agg(n.id) INTO ids FROM new_rows n LEFT JOIN old_rows o USING (id)
     WHERE (o.channel IS NOT NULL OR n.channel IS NOT NULL)
       AND (o.id IS NULL OR
        (o.channel, o.locality_id, o.agency_id, o.price_currency, o.property_type, o.bedrooms, o.bathrooms, o.parking, o.sold_on,
         o.land_area_m2, o.price_low, o.price_high, o.published_at, o.latitude, o.longitude, o.hide_street, o.street, o.features,
         o.headline, o.description)
        IS DISTINCT FROM
        (n.channel, n.locality_id, n.agency_id, n.price_currency, n.property_type, n.bedrooms, n.bathrooms, n.parking, n.sold_on,
         n.land_area_m2, n.price_low, n.price_high, n.published_at, n.latitude, n.longitude, n.hide_street, n.street, n.features,
         n.headline, n.description));
  END IF;
  IF ids IS NOT NULL THEN
    -- Held, so that a place that moves or is renamed meanwhile is not missed.
    PERFORM FROM public.locality WHERE id IN (SELECT locality_id FROM new_rows) ORDER BY id FOR SHARE;
    PERFORM public.listing_search_write(ids);
  END IF;
  RETURN NULL;
END $$;

-- After a place moved or was renamed.
CREATE FUNCTION listing_search_follow_place() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ids integer[];
BEGIN
  SELECT array_agg(l.id) INTO ids FROM public.listing l
    JOIN new_rows n ON n.id = l.locality_id JOIN old_rows o ON o.id = n.id
   WHERE l.channel IS NOT NULL AND (o.name, o.latitude, o.longitude) IS DISTINCT FROM (n.name, n.latitude, n.longitude);
  IF ids IS NOT NULL THEN
    PERFORM public.listing_search_write(ids);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER listing_search_insert AFTER INSERT ON listing REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow();
CREATE TRIGGER listing_search_update AFTER UPDATE ON listing REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow();
CREATE TRIGGER listing_search_place AFTER UPDATE ON locality REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow_place();
ALTER TABLE listing ENABLE ALWAYS TRIGGER listing_search_insert, ENABLE ALWAYS TRIGGER listing_search_update;
ALTER TABLE locality ENABLE ALWAYS TRIGGER listing_search_place;

-- What there is already.
DO $migration$
DECLARE
  highest integer := (SELECT coalesce(max(id), 0) FROM listing);
BEGIN
  FOR lowest IN 1..highest BY 1000 LOOP
    PERFORM listing_search_write(ARRAY(SELECT id FROM listing WHERE id BETWEEN lowest AND lowest + 999 AND channel IS NOT NULL));
  END LOOP;
END $migration$;
