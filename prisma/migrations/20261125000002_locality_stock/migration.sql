-- Places as people look for them (lib/localities/place-statement.ts): by the beginning of a name, the busiest first, and by distance.

-- Kept beside the name, because working it out takes longer than comparing it: a one-letter prefix has a thousand and a half places.
ALTER TABLE locality ADD COLUMN plain_name text GENERATED ALWAYS AS (plain_text(name)) STORED;
DROP INDEX locality_name_prefix, locality_name_trigram;
CREATE INDEX locality_name_prefix  ON locality (plain_name text_pattern_ops);
-- Later words of a name, and misspelt ones. Places hardly ever change: a list of those not yet in the index would only slow down who reads.
CREATE INDEX locality_name_trigram ON locality USING gin (plain_name gin_trgm_ops) WITH (fastupdate = off);
-- One Australian place in fifty has more than one postcode.
CREATE INDEX locality_extra_postcodes ON locality (id) WHERE extra_postcodes <> '{}';
-- What lies around a place: a strip between two latitudes, from the index alone.
CREATE INDEX locality_latitude ON locality (latitude) INCLUDE (longitude, id);

-- Kilometres between two points (haversine), as distanceKm() in lib/localities/distance.ts.
CREATE FUNCTION distance_km(
    latitude double precision, longitude double precision, other_latitude double precision, other_longitude double precision)
  RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN 2 * 6371 * asin(least(1, sqrt(sin(radians(other_latitude - latitude) / 2) ^ 2
    + cos(radians(latitude)) * cos(radians(other_latitude)) * sin(radians(other_longitude - longitude) / 2) ^ 2)));

-- How many public listings each place has, by channel, as differences to be added up: one row for each statement that let some come or
-- go, and one row once those were folded (docs/decisions/0021-stock-as-differences.md). Counted anew, the places that begin with
-- "s" take 36 ms at a million listings, and the regions 400. A count in one row per place would make every writer of a suburb wait for
-- the others. Written by the trigger below, in the writer's own transaction, and by nothing else.
CREATE TABLE locality_stock (
  locality_id integer NOT NULL,
  buy         integer NOT NULL,
  rent        integer NOT NULL,
  sold        integer NOT NULL
);
CREATE INDEX locality_stock_place ON locality_stock (locality_id) INCLUDE (buy, rent, sold);

-- Adds up the differences of places that have many of them. Nobody waits: one transaction folds at a time, and rows that another one is
-- writing are not seen. Only READ COMMITTED sees what the folder before it left; a stricter transaction would fail over it.
CREATE FUNCTION locality_stock_fold(places integer[]) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  differences_max CONSTANT integer := 32;
  folding_lock    CONSTANT bigint := 72707402;
  crowded integer[];
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RETURN;
  END IF;
  SELECT array_agg(place) INTO crowded FROM unnest(places) place
   WHERE (SELECT count(*) FROM (SELECT FROM public.locality_stock WHERE locality_id = place LIMIT differences_max + 1) counted)
         > differences_max;
  IF crowded IS NULL OR NOT pg_try_advisory_xact_lock(folding_lock) THEN
    RETURN;
  END IF;
  -- A statement of its own, so that it sees what was committed before the lock was free.
  WITH folded AS (
    DELETE FROM public.locality_stock WHERE locality_id = ANY (crowded) RETURNING *
  )
  INSERT INTO public.locality_stock
  SELECT locality_id, sum(buy), sum(rent), sum(sold) FROM folded GROUP BY locality_id;
END $$;

CREATE FUNCTION locality_stock_follow() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  differences public.locality_stock[];
  tags text[];
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    TRUNCATE public.locality_stock;
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(d) INTO differences FROM (
      SELECT locality_id, count(*) FILTER (WHERE channel = 'buy')::integer, count(*) FILTER (WHERE channel = 'rent')::integer,
             count(*) FILTER (WHERE channel = 'sold')::integer
        FROM new_rows WHERE channel IS NOT NULL GROUP BY locality_id) d;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(d) INTO differences FROM (
      SELECT locality_id, -count(*) FILTER (WHERE channel = 'buy')::integer, -count(*) FILTER (WHERE channel = 'rent')::integer,
             -count(*) FILTER (WHERE channel = 'sold')::integer
        FROM old_rows WHERE channel IS NOT NULL GROUP BY locality_id) d;
  ELSE
    SELECT array_agg(d) INTO differences FROM (
      SELECT locality_id, coalesce(sum(one) FILTER (WHERE channel = 'buy'), 0)::integer AS buy,
             coalesce(sum(one) FILTER (WHERE channel = 'rent'), 0)::integer AS rent,
             coalesce(sum(one) FILTER (WHERE channel = 'sold'), 0)::integer AS sold
        FROM (SELECT locality_id, channel, 1 AS one FROM new_rows UNION ALL SELECT locality_id, channel, -1 FROM old_rows) shown
       WHERE channel IS NOT NULL GROUP BY locality_id) d
     WHERE (buy, rent, sold) <> (0, 0, 0);
  END IF;
  IF differences IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO public.locality_stock SELECT * FROM unnest(differences);
  PERFORM public.locality_stock_fold(ARRAY(SELECT locality_id FROM unnest(differences)));
  -- Where the number of all changed: a sale only moves a listing from one channel to another.
  SELECT array_agg('stock:locality:' || locality_id) INTO tags FROM unnest(differences) WHERE buy + rent + sold <> 0;
  IF tags IS NOT NULL THEN
    PERFORM public.cache_note(array_append(tags, 'stock:any'));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER locality_stock_insert AFTER INSERT ON listing REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION locality_stock_follow();
CREATE TRIGGER locality_stock_update AFTER UPDATE ON listing REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION locality_stock_follow();
CREATE TRIGGER locality_stock_delete AFTER DELETE ON listing REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION locality_stock_follow();
CREATE TRIGGER locality_stock_truncate AFTER TRUNCATE ON listing FOR EACH STATEMENT EXECUTE FUNCTION locality_stock_follow();
ALTER TABLE listing ENABLE ALWAYS TRIGGER locality_stock_insert, ENABLE ALWAYS TRIGGER locality_stock_update,
  ENABLE ALWAYS TRIGGER locality_stock_delete, ENABLE ALWAYS TRIGGER locality_stock_truncate;

-- What there is already; the triggers hold writers back until this is committed.
INSERT INTO locality_stock
SELECT locality_id, count(*) FILTER (WHERE channel = 'buy'), count(*) FILTER (WHERE channel = 'rent'), count(*) FILTER (WHERE channel = 'sold')
  FROM listing WHERE channel IS NOT NULL GROUP BY locality_id;
