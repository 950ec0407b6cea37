-- What searches ask for, apart from what they show: a narrow row for each public listing (docs/decisions/0020-a-narrow-table-to-search.md).
-- It is written by triggers, in the writer's own transaction, and by nothing else.

-- A text as words are read from it (lib/listings/search-keywords.ts): small letters a to z without accents, digits, and spaces for the rest.
-- COLLATE "C", so that it is the same in every locale. Most texts are ASCII, of which the short way makes the same in half the time.
CREATE FUNCTION search_text(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(
    lower(CASE WHEN octet_length(value) = char_length(value) THEN value
      ELSE public.unaccent('public.unaccent'::regdictionary, normalize(value, NFKD)) END COLLATE "C"),
    '[^a-z0-9 ]+', ' ', 'g');

-- Its words, in their order, repeated as they are there.
CREATE FUNCTION search_words(value text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN array_remove(string_to_array(public.search_text(value), ' '), '');

-- The stem of a word, in English. NULL for a stop word and for one that is longer than can be asked for. Not to_tsvector(), which reads
-- "503/170" as one word, "4e5x" as two, and refuses long texts.
CREATE FUNCTION search_stem(word text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN length(word) <= 40 THEN (ts_lexize('pg_catalog.english_stem', word))[1] COLLATE "C" END;

-- The stems of a text, each once.
CREATE FUNCTION search_stems(value text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(
    SELECT DISTINCT stem FROM (SELECT public.search_stem(word) AS stem FROM unnest(public.search_words(value)) word OFFSET 0) stems
     WHERE stem IS NOT NULL ORDER BY stem);

-- What a feature is asked for by ("Butler's pantry" is butlers-pantry), as slugify() in lib/slug.ts.
CREATE FUNCTION feature_slug(label text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN trim(BOTH '-' FROM regexp_replace(
    lower(public.unaccent('public.unaccent'::regdictionary, translate(normalize(label, NFKD), '''’', '')) COLLATE "C"),
    '[^a-z0-9]+', '-', 'g'));

-- What facets count, in one number, so that counting half a million listings groups by one number: the currency in base 26, then type,
-- then bedrooms, bathrooms and parking as 0 (unknown) or 1 more than they are, five and more alike. Read by lib/listings/facet-key.ts.
CREATE FUNCTION listing_facet_key(currency text, type property_type, beds smallint, baths numeric, parking smallint) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (((ascii(currency) - 65) * 26 + ascii(substr(currency, 2, 1)) - 65) * 26 + ascii(substr(currency, 3, 1)) - 65) * 2744
    + CASE type WHEN 'house' THEN 0 WHEN 'terrace' THEN 1 WHEN 'townhouse' THEN 2 WHEN 'apartment' THEN 3 WHEN 'unit' THEN 4
        WHEN 'villa' THEN 5 WHEN 'rural' THEN 6 WHEN 'land' THEN 7 END * 343
    -- Not least(), which passes over NULL: what is unknown would be five.
    + coalesce(CASE WHEN beds > 5 THEN 5 ELSE beds END + 1, 0) * 49
    + coalesce(CASE WHEN baths > 5 THEN 5 ELSE floor(baths)::integer END + 1, 0) * 7
    + coalesce(CASE WHEN parking > 5 THEN 5 ELSE parking END + 1, 0);

-- No foreign key to listing: it would be checked row by row, and under session_replication_role = replica not at all. The triggers below
-- hold for every role.
CREATE TABLE listing_search (
  id            integer PRIMARY KEY,
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
  -- The last day on which it is open for inspection, by the calendar where it stands; and as bits how many days before that it is open
  -- too, from 0 on. The sign bit stands for all days that lie 63 and more before. NULL where it is never open.
  open_until    date,
  open_days     bigint,
  -- Hashes (hashtext) of "feature:" with the features' slugs; and of "region:" with the region's, so that what is asked of a region is
  -- looked up together with it.
  features      integer[] NOT NULL,
  -- Hashes of the stems of headline, description, features, address; and of "headline:" with those of the headline.
  words         integer[] NOT NULL
);
-- Updates find room beside the old row, and pages become readable from indexes alone again soon after them.
ALTER TABLE listing_search SET (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- The stems and features that any listing ever had, to complete and correct what people write. Some may stand twice: two writers who
-- bring the same word at once do not wait for each other. Nothing is taken away; what no listing has any more finds none.
CREATE TABLE search_word (
  stem text COLLATE "C" NOT NULL,
  code integer NOT NULL
);
CREATE INDEX search_word_prefix  ON search_word (stem);
-- Without a list of what waits: few are written, and each search that corrects a word would read that list.
CREATE INDEX search_word_trigram ON search_word USING gin (stem gin_trgm_ops) WITH (fastupdate = off);
CREATE TABLE search_feature (
  code  integer NOT NULL,
  slug  text COLLATE "C" NOT NULL,
  label text NOT NULL
);
CREATE INDEX search_feature_code ON search_feature (code);

-- What listing_search is to say of each listing, apart from its hashes.
CREATE VIEW listing_search_source AS
SELECT l.id, l.channel, l.locality_id, l.agency_id,
       listing_facet_key(l.price_currency, l.property_type, l.bedrooms, l.bathrooms, l.parking) AS facet_key,
       l.property_type, l.bedrooms, (l.bathrooms * 100)::smallint AS bathrooms, l.parking, l.sold_on,
       -- The database takes areas that no bigint can hold.
       CASE WHEN l.land_area_m2 < 9e15 THEN floor(l.land_area_m2 + 0.5) WHEN l.land_area_m2 IS NOT NULL THEN 9e15 END::bigint AS land_m2,
       l.price_low, l.price_high, l.published_at,
       CASE WHEN l.latitude IS NOT NULL AND NOT l.hide_street THEN l.latitude ELSE p.latitude END AS latitude,
       CASE WHEN l.latitude IS NOT NULL AND NOT l.hide_street THEN l.longitude ELSE p.longitude END AS longitude,
       l.features AS labels, hashtext('region:' || (SELECT slug FROM region WHERE id = p.region_id)) AS region_code, l.headline,
       concat_ws(' ', l.headline, l.description, array_to_string(l.features, ' '), CASE WHEN NOT l.hide_street THEN l.street END, p.name) AS text
  FROM listing l JOIN locality p ON p.id = l.locality_id
 WHERE l.channel IS NOT NULL;

-- The days on which listings are open (open_until and open_days), of those that ever are. Where they stand is looked up value by value:
-- a join might become one of whole tables.
CREATE VIEW listing_search_open AS
SELECT id, open_until, bit_or(1::bigint << least(open_until - day, 63)) AS open_days
  FROM (
    SELECT i.listing_id AS id, first + n AS day, max(first + n) OVER (PARTITION BY i.listing_id) AS open_until
      FROM inspection i,
           LATERAL (SELECT (SELECT time_zone FROM region WHERE id = (SELECT region_id FROM locality WHERE id = (
             SELECT locality_id FROM listing WHERE id = i.listing_id))) AS time_zone OFFSET 0) place,
           -- One that ends with the day is not on the next. Instants are whole milliseconds.
           LATERAL (SELECT (i.starts_at AT TIME ZONE place.time_zone)::date AS first,
                           ((i.ends_at - interval '1 millisecond') AT TIME ZONE place.time_zone)::date AS last) span,
           generate_series(0, last - first) n
  ) days
 GROUP BY id, open_until;

-- Whether a listing is open on one of the days from first to last, for the few of which open_days does not tell.
CREATE FUNCTION listing_open_between(listing integer, first date, last date) RETURNS boolean
  LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1 SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM public.inspection i JOIN public.listing l ON l.id = i.listing_id JOIN public.locality p ON p.id = l.locality_id
      JOIN public.region r ON r.id = p.region_id
     WHERE i.listing_id = listing
       AND (i.starts_at AT TIME ZONE r.time_zone)::date <= last
       AND ((i.ends_at - interval '1 millisecond') AT TIME ZONE r.time_zone)::date >= first);
END $$;

-- The same of a row, nearly always by arithmetic: what open_days says of the days up to the last is brought to where bit 0 is the last.
-- Written into the search that calls it, and hence without settings. At most 62 days are asked for. CASE keeps the
-- slow way for those that need it: OR, beside other conditions, was seen to take it for most rows.
CREATE FUNCTION search_is_open(id integer, open_until date, open_days bigint, first date, last date) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN open_until >= first
    AND CASE
      WHEN open_days < 0 AND open_until - first > 62 THEN public.listing_open_between(id, first, last)
      WHEN open_until > last THEN (open_days >> least(open_until - last, 63)) & ((1::bigint << (last - first + 1)) - 1) <> 0
      ELSE (open_days << (last - open_until)) & ((1::bigint << (last - first + 1)) - 1) <> 0
    END;

-- The functions that write it ask for what is so now, not for what a statement did: the order in which triggers fire does not matter.
-- The caller holds the listings' localities. The plans are made once, for few listings, and serve thousands as well: made for each edit,
-- they would cost more than the edit. And they are made to look things up, however empty the tables were at that time: hence no
-- sequential scans, and (SELECT …) IS NULL where NOT EXISTS might become a join of whole tables.

-- Writes everything of these listings, and their words into the vocabulary. Some at a time: the words of a million do not fit in memory.
CREATE FUNCTION listing_search_write(ids integer[]) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  slice integer[];
BEGIN
  FOR lowest IN 1 .. coalesce(cardinality(ids), 0) BY 5000 LOOP
    slice := ids[lowest : lowest + 4999];
    DELETE FROM public.listing_search s
     WHERE s.id = ANY (slice) AND (SELECT true FROM public.listing_search_source t WHERE t.id = s.id) IS NULL;
    WITH told AS MATERIALIZED (
      SELECT * FROM public.listing_search_source WHERE id = ANY (slice)
    ), word AS MATERIALIZED (
      SELECT id, unnest(public.search_words(text)) AS word FROM told
    ), headline_word AS MATERIALIZED (
      SELECT id, unnest(public.search_words(headline)) AS word FROM told
    ), stem AS MATERIALIZED (
      -- Each word once, however many of the listings have it.
      SELECT word, stem, hashtext(stem) AS code, hashtext('headline:' || stem) AS headline_code FROM (
        SELECT word, public.search_stem(word) AS stem FROM (SELECT DISTINCT word FROM word) words OFFSET 0) stems
       WHERE stem IS NOT NULL
    ), label AS MATERIALIZED (
      SELECT label, slug, hashtext('feature:' || slug) AS code FROM (
        SELECT label, public.feature_slug(label) AS slug FROM (SELECT DISTINCT unnest(labels) AS label FROM told) labels OFFSET 0) slugs
       WHERE slug <> ''
    ), new_words AS (
      INSERT INTO public.search_word (stem, code)
      SELECT DISTINCT stem, code FROM stem
       WHERE (SELECT true FROM public.search_word known WHERE known.stem = stem.stem LIMIT 1) IS NULL
    ), new_features AS (
      INSERT INTO public.search_feature (code, slug, label)
      SELECT code, slug, min(label) FROM label
       WHERE (SELECT true FROM public.search_feature known WHERE known.code = label.code AND known.slug = label.slug LIMIT 1) IS NULL
       GROUP BY code, slug
    ), coded AS (
      SELECT id, array_agg(DISTINCT code) AS codes FROM (
        SELECT id, code FROM word JOIN stem USING (word)
        UNION ALL
        SELECT id, headline_code FROM headline_word JOIN stem USING (word)) codes
       GROUP BY id
    ), featured AS (
      SELECT id, array_agg(DISTINCT code) AS codes FROM (
        SELECT id, code FROM (SELECT id, unnest(labels) AS label FROM told) own JOIN label USING (label)
        UNION ALL
        SELECT id, region_code FROM told WHERE region_code IS NOT NULL) codes
       GROUP BY id
    ), open AS MATERIALIZED (
      SELECT * FROM public.listing_search_open WHERE id = ANY (slice)
    )
    INSERT INTO public.listing_search AS held (id, channel, locality_id, agency_id, facet_key, property_type, bedrooms, bathrooms, parking,
      sold_on, land_m2, price_low, price_high, published_at, latitude, longitude, open_until, open_days, features, words)
    SELECT t.id, t.channel, t.locality_id, t.agency_id, t.facet_key, t.property_type, t.bedrooms, t.bathrooms, t.parking,
           t.sold_on, t.land_m2, t.price_low, t.price_high, t.published_at, t.latitude, t.longitude, open.open_until, open.open_days,
           coalesce(featured.codes, '{}'), coalesce(coded.codes, '{}')
      FROM told t LEFT JOIN coded USING (id) LEFT JOIN featured USING (id) LEFT JOIN open USING (id)
    ON CONFLICT (id) DO UPDATE SET
      channel = excluded.channel, locality_id = excluded.locality_id, agency_id = excluded.agency_id, facet_key = excluded.facet_key,
      property_type = excluded.property_type, bedrooms = excluded.bedrooms, bathrooms = excluded.bathrooms, parking = excluded.parking,
      sold_on = excluded.sold_on, land_m2 = excluded.land_m2, price_low = excluded.price_low, price_high = excluded.price_high,
      published_at = excluded.published_at, latitude = excluded.latitude, longitude = excluded.longitude,
      open_until = excluded.open_until, open_days = excluded.open_days, features = excluded.features, words = excluded.words
    WHERE held IS DISTINCT FROM excluded;
  END LOOP;
END $$;

-- Writes all but the words and features of these listings, which take most of the time, and the days on which they are open: of all
-- those nothing changed.
CREATE FUNCTION listing_search_write_facts(ids integer[]) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  UPDATE public.listing_search s SET
    channel = t.channel, agency_id = t.agency_id, facet_key = t.facet_key, property_type = t.property_type, bedrooms = t.bedrooms,
    bathrooms = t.bathrooms, parking = t.parking, sold_on = t.sold_on, land_m2 = t.land_m2, price_low = t.price_low,
    price_high = t.price_high, published_at = t.published_at, latitude = t.latitude, longitude = t.longitude
    FROM public.listing_search_source t
   WHERE t.id = s.id AND s.id = ANY (ids)
     AND (s.channel, s.agency_id, s.facet_key, s.property_type, s.bedrooms, s.bathrooms, s.parking, s.sold_on, s.land_m2, s.price_low,
          s.price_high, s.published_at, s.latitude, s.longitude)
         IS DISTINCT FROM
         (t.channel, t.agency_id, t.facet_key, t.property_type, t.bedrooms, t.bathrooms, t.parking, t.sold_on, t.land_m2, t.price_low,
          t.price_high, t.published_at, t.latitude, t.longitude);
END $$;

-- Writes the days on which these listings are open. The caller holds them too, or the regions that they lie in.
CREATE FUNCTION listing_search_write_open(ids integer[]) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  slice integer[];
BEGIN
  FOR lowest IN 1 .. coalesce(cardinality(ids), 0) BY 5000 LOOP
    slice := ids[lowest : lowest + 4999];
    WITH open AS MATERIALIZED (
      SELECT * FROM public.listing_search_open WHERE id = ANY (slice)
    ), told AS MATERIALIZED (
      SELECT id, open.open_until, open.open_days FROM unnest(slice) id LEFT JOIN open USING (id)
    )
    UPDATE public.listing_search s SET open_until = t.open_until, open_days = t.open_days FROM told t
     WHERE s.id = t.id AND s.id = ANY (slice) AND (s.open_until, s.open_days) IS DISTINCT FROM (t.open_until, t.open_days);
  END LOOP;
END $$;

-- Holds places, and the regions that they lie in: one that is renamed or moves, or whose clocks change, meanwhile writes its listings as
-- it knows them, and has to come before the caller or after its commit.
CREATE FUNCTION listing_search_hold(places integer[]) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  places_held bigint;
BEGIN
  LOOP
    PERFORM FROM public.locality WHERE id = ANY (places) ORDER BY id FOR SHARE;
    GET DIAGNOSTICS places_held = ROW_COUNT;
    -- One that was deleted meanwhile and came again, as it may under the role of replication, is another row.
    EXIT WHEN places_held = (SELECT count(*) FROM public.locality WHERE id = ANY (places));
  END LOOP;
  PERFORM FROM public.region WHERE id = ANY (ARRAY(SELECT region_id FROM public.locality WHERE id = ANY (places))) ORDER BY id FOR SHARE;
END $$;

-- Holds listings with their places, for who writes inspections: two that did so at once for one listing would each miss the other's.
-- Answers those that are there.
CREATE FUNCTION listing_search_hold_listings(ids integer[]) RETURNS integer[]
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  held integer[];
BEGIN
  -- No less than an update takes: of two who share it, none could go on to write.
  held := ARRAY(SELECT id FROM public.listing WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE);
  PERFORM public.listing_search_hold(ARRAY(SELECT DISTINCT locality_id FROM public.listing WHERE id = ANY (held)));
  RETURN held;
END $$;

-- After listings came, changed or went.
CREATE FUNCTION listing_search_follow() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  whole integer[];
  facts integer[];
  places integer[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(id), array_agg(DISTINCT locality_id) INTO whole, places FROM new_rows WHERE channel IS NOT NULL;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(id), array_agg(DISTINCT locality_id) INTO whole, places FROM old_rows WHERE channel IS NOT NULL;
  ELSE
    -- FULL: a listing that was given another id is one that left and one that came.
    WITH changed AS MATERIALIZED (
      SELECT coalesce(o.id, n.id) AS id, o.locality_id AS old_place, n.locality_id AS new_place,
             (o.channel IS NULL) <> (n.channel IS NULL) OR o.id IS NULL OR n.id IS NULL
               OR (o.locality_id, o.headline, o.description, o.features, o.street, o.hide_street)
               IS DISTINCT FROM (n.locality_id, n.headline, n.description, n.features, n.street, n.hide_street) AS is_whole
        FROM old_rows o FULL JOIN new_rows n USING (id)
       WHERE (o.channel IS NOT NULL OR n.channel IS NOT NULL)
         AND (o.id, o.channel, o.locality_id, o.agency_id, o.price_currency, o.property_type, o.bedrooms, o.bathrooms, o.parking,
              o.sold_on, o.land_area_m2, o.price_low, o.price_high, o.published_at, o.latitude, o.longitude, o.hide_street, o.street,
              o.features, o.headline, o.description)
             IS DISTINCT FROM
             (n.id, n.channel, n.locality_id, n.agency_id, n.price_currency, n.property_type, n.bedrooms, n.bathrooms, n.parking,
              n.sold_on, n.land_area_m2, n.price_low, n.price_high, n.published_at, n.latitude, n.longitude, n.hide_street, n.street,
              n.features, n.headline, n.description)
    )
    SELECT array_agg(id) FILTER (WHERE is_whole), array_agg(id) FILTER (WHERE NOT is_whole),
           array_agg(DISTINCT old_place) || array_agg(DISTINCT new_place)
      INTO whole, facts, places FROM changed;
  END IF;
  IF places IS NULL THEN
    RETURN NULL;
  END IF;
  -- Those left as well as those come to.
  PERFORM public.listing_search_hold(places);
  IF whole IS NOT NULL THEN
    PERFORM public.listing_search_write(whole);
  END IF;
  IF facts IS NOT NULL THEN
    PERFORM public.listing_search_write_facts(facts);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION listing_search_truncate() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  TRUNCATE public.listing_search;
  RETURN NULL;
END $$;

-- After places were renamed or moved, on the map or to another region. One comes before its listings and goes after them, but not under the role of replication.
CREATE FUNCTION listing_search_follow_place() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  places integer[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT array_agg(id) INTO places FROM old_rows o FULL JOIN new_rows n USING (id)
     WHERE (o.id, o.name, o.latitude, o.longitude, o.region_id) IS DISTINCT FROM (n.id, n.name, n.latitude, n.longitude, n.region_id);
  ELSIF current_setting('session_replication_role') = 'replica' THEN
    IF TG_OP = 'INSERT' THEN
      SELECT array_agg(id) INTO places FROM new_rows;
    ELSE
      SELECT array_agg(id) INTO places FROM old_rows;
    END IF;
  END IF;
  IF places IS NULL THEN
    RETURN NULL;
  END IF;
  -- The listing that was committed while this one waited for the place is not in the snapshot of a whole transaction.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'Places are renamed and moved under READ COMMITTED only: a listing that came meanwhile would be missed.'
      USING ERRCODE = 'feature_not_supported';
  END IF;
  PERFORM public.listing_search_hold(places);
  PERFORM public.listing_search_write(ARRAY(SELECT id FROM public.listing WHERE locality_id = ANY (places) AND channel IS NOT NULL));
  RETURN NULL;
END $$;

-- After a region's clocks were set to another zone, or it was named anew. Under the role of replication it may also come after its places, and go before them.
CREATE FUNCTION listing_search_follow_region() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  regions integer[];
  ids integer[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(id) INTO regions FROM new_rows;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(id) INTO regions FROM old_rows;
  ELSE
    SELECT array_agg(id) INTO regions FROM old_rows o FULL JOIN new_rows n USING (id)
     WHERE (o.id, o.time_zone, o.slug) IS DISTINCT FROM (n.id, n.time_zone, n.slug);
  END IF;
  IF regions IS NULL THEN
    RETURN NULL;
  END IF;
  ids := ARRAY(
    SELECT id FROM public.listing
     WHERE locality_id = ANY (ARRAY(SELECT id FROM public.locality WHERE region_id = ANY (regions))) AND channel IS NOT NULL);
  IF cardinality(ids) = 0 THEN
    RETURN NULL;
  END IF;
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'Regions are renamed and change their time zone under READ COMMITTED only: what came meanwhile would be missed.'
      USING ERRCODE = 'feature_not_supported';
  END IF;
  PERFORM public.listing_search_write(ids);
  RETURN NULL;
END $$;

-- After inspections came, changed or went. What was deleted with its listing concerns nothing that is still searched.
CREATE FUNCTION listing_search_follow_inspection() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  ids integer[];
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    UPDATE public.listing_search SET open_until = NULL, open_days = NULL WHERE open_until IS NOT NULL;
    RETURN NULL;
  ELSIF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT listing_id) INTO ids FROM new_rows;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT listing_id) INTO ids FROM old_rows;
  ELSE
    SELECT array_agg(DISTINCT listing_id) INTO ids FROM (
      (TABLE old_rows EXCEPT ALL TABLE new_rows) UNION ALL (TABLE new_rows EXCEPT ALL TABLE old_rows)) changed;
  END IF;
  IF ids IS NULL THEN
    RETURN NULL;
  END IF;
  ids := public.listing_search_hold_listings(ids);
  IF cardinality(ids) = 0 THEN
    RETURN NULL;
  END IF;
  -- The inspection that was committed while this one waited for the listing is not in the snapshot of a whole transaction.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'Inspections are written under READ COMMITTED only: one that came meanwhile would be missed.'
      USING ERRCODE = 'feature_not_supported';
  END IF;
  PERFORM public.listing_search_write_open(ids);
  RETURN NULL;
END $$;

CREATE TRIGGER listing_search_insert AFTER INSERT ON listing REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow();
CREATE TRIGGER listing_search_update AFTER UPDATE ON listing REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow();
CREATE TRIGGER listing_search_delete AFTER DELETE ON listing REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow();
CREATE TRIGGER listing_search_truncate AFTER TRUNCATE ON listing
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_truncate();
CREATE TRIGGER listing_search_insert AFTER INSERT ON locality REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow_place();
CREATE TRIGGER listing_search_update AFTER UPDATE ON locality REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow_place();
CREATE TRIGGER listing_search_delete AFTER DELETE ON locality REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow_place();
CREATE TRIGGER listing_search_insert AFTER INSERT ON region REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow_region();
CREATE TRIGGER listing_search_update AFTER UPDATE ON region REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow_region();
CREATE TRIGGER listing_search_delete AFTER DELETE ON region REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow_region();
CREATE TRIGGER listing_search_insert AFTER INSERT ON inspection REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow_inspection();
CREATE TRIGGER listing_search_update AFTER UPDATE ON inspection REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow_inspection();
CREATE TRIGGER listing_search_delete AFTER DELETE ON inspection REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow_inspection();
CREATE TRIGGER listing_search_truncate AFTER TRUNCATE ON inspection
  FOR EACH STATEMENT EXECUTE FUNCTION listing_search_follow_inspection();
ALTER TABLE listing ENABLE ALWAYS TRIGGER listing_search_insert, ENABLE ALWAYS TRIGGER listing_search_update,
  ENABLE ALWAYS TRIGGER listing_search_delete, ENABLE ALWAYS TRIGGER listing_search_truncate;
ALTER TABLE locality ENABLE ALWAYS TRIGGER listing_search_insert, ENABLE ALWAYS TRIGGER listing_search_update,
  ENABLE ALWAYS TRIGGER listing_search_delete;
ALTER TABLE region ENABLE ALWAYS TRIGGER listing_search_insert, ENABLE ALWAYS TRIGGER listing_search_update,
  ENABLE ALWAYS TRIGGER listing_search_delete;
ALTER TABLE inspection ENABLE ALWAYS TRIGGER listing_search_insert, ENABLE ALWAYS TRIGGER listing_search_update,
  ENABLE ALWAYS TRIGGER listing_search_delete, ENABLE ALWAYS TRIGGER listing_search_truncate;

-- Makes it right whatever happened: for what is there already, for who disabled the triggers, and after an upgrade of Postgres, whose
-- stems, hashes and time zones may be others. Nobody writes listings meanwhile. Answers how many there are.
CREATE FUNCTION listing_search_rebuild() RETURNS bigint
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  total bigint;
BEGIN
  LOCK TABLE public.listing, public.locality, public.region, public.inspection IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM public.listing_search s WHERE NOT EXISTS (SELECT FROM public.listing_search_source t WHERE t.id = s.id);
  PERFORM public.listing_search_write(ARRAY(SELECT id FROM public.listing WHERE channel IS NOT NULL ORDER BY id));
  SELECT count(*) INTO total FROM public.listing_search;
  -- Not of nothing: the planner would believe that for longer than it holds.
  IF total > 0 THEN
    ANALYZE public.listing_search, public.search_word, public.search_feature;
  END IF;
  RETURN total;
END $$;
SELECT listing_search_rebuild();

-- After the rows, which is quicker.

-- Counts, and pages of few results, of a channel or its places: from the index alone.
CREATE INDEX listing_search_place ON listing_search (channel, locality_id)
  INCLUDE (id, facet_key, property_type, bedrooms, bathrooms, parking, land_m2, price_low, price_high, published_at, latitude, longitude,
    open_until, open_days);
-- Windows of a map, likewise: a strip between two latitudes, of which the longitudes are looked at.
CREATE INDEX listing_search_map ON listing_search (channel, latitude)
  INCLUDE (longitude, id, facet_key, property_type, bedrooms, bathrooms, parking, land_m2, price_low, price_high, published_at,
    locality_id, open_until, open_days);
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
