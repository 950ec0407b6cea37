-- What changed, written in the writer's own transaction, for every process that caches (docs/caching.md, lib/cache/README.md).
-- A rollback leaves nothing; whoever writes, by whatever way, is seen.

CREATE TABLE cache_journal (
  id     bigserial PRIMARY KEY,
  xid    xid8 NOT NULL DEFAULT pg_current_xact_id(),
  tags   text[] NOT NULL CHECK (tags <> '{}'),
  at     timestamptz NOT NULL DEFAULT now(),
  -- For people: the role and the program that wrote. session_user, because current_user is the journal's owner inside a trigger.
  writer text NOT NULL DEFAULT session_user || coalesce(' (' || nullif(current_setting('application_name'), '') || ')', '')
);
-- The tail asks by transaction: ids of rows are given out in another order than that in which they become visible.
CREATE INDEX cache_journal_xid ON cache_journal (xid);

CREATE TABLE cache_state (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  -- Part of the database's identity; raised after a restore, when ids of transactions are given out again.
  epoch    bigint NOT NULL DEFAULT 1,
  -- Sees every change whose row was pruned.
  floor    pg_snapshot NOT NULL DEFAULT '1:1:'
);
INSERT INTO cache_state DEFAULT VALUES;

-- Snapshots of some moments, so that pruning can tell what was visible one retention ago. (Not by `at`: that is a transaction's start.)
CREATE TABLE cache_journal_mark (
  id       bigserial PRIMARY KEY,
  at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  snapshot pg_snapshot NOT NULL DEFAULT pg_current_snapshot()
);

-- Which database this is: an entry of another one, or of this one before a promotion or a restore, is worth nothing.
-- NULL on a standby, whose snapshots leave out running transactions. The control file is late after a promotion: hence the WAL file's timeline.
CREATE FUNCTION cache_identity() RETURNS text
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  RETURN CASE WHEN pg_is_in_recovery() THEN NULL ELSE concat_ws('/',
    (SELECT system_identifier FROM pg_control_system()),
    left(pg_walfile_name(pg_current_wal_lsn()), 8),
    (SELECT oid FROM pg_database WHERE datname = current_database()),
    'public.cache_journal'::regclass::oid,
    (SELECT epoch FROM public.cache_state)) END;

-- Writes tags down as changed by this transaction, a thousand to a row. Duplicates are the caller's to leave out.
CREATE FUNCTION cache_note(tags text[]) RETURNS void
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  INSERT INTO public.cache_journal (tags)
  SELECT cache_note.tags[first : first + 999] FROM generate_series(1, cardinality(cache_note.tags), 1000) AS first;
END;

-- Deletes at most `batch` rows that were visible one retention ago, and raises the floor to that moment in the same transaction. Answers
-- how many it deleted. One caller at a time: the others would wait for the same rows.
CREATE FUNCTION cache_journal_prune(retention interval, batch integer) RETURNS integer
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  mark public.cache_journal_mark;
  pruned integer;
BEGIN
  INSERT INTO public.cache_journal_mark DEFAULT VALUES;
  SELECT * INTO mark FROM public.cache_journal_mark
   WHERE at <= clock_timestamp() - retention ORDER BY id DESC LIMIT 1;
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  DELETE FROM public.cache_journal WHERE id IN (
    SELECT id FROM public.cache_journal
     WHERE xid < pg_snapshot_xmax(mark.snapshot) AND pg_visible_in_snapshot(xid, mark.snapshot)
     ORDER BY xid LIMIT batch);
  GET DIAGNOSTICS pruned = ROW_COUNT;
  IF pruned > 0 THEN
    UPDATE public.cache_state SET floor = mark.snapshot;
  END IF;
  DELETE FROM public.cache_journal_mark WHERE id < mark.id;
  RETURN pruned;
END $$;

-- The triggers. One per table and event, after the statement, with transition tables: OLD and NEW, cascades, COPY and raw SQL alike.
-- SECURITY DEFINER: a writer needs no rights on the journal. ENABLE ALWAYS: also under session_replication_role = replica.

-- One changed listing: where it was and is shown, and whether what changed is on its card, or in what searches ask for.
CREATE TYPE listing_change AS (
  id integer, old_channel channel, old_locality integer, old_agency integer, new_channel channel, new_locality integer,
  new_agency integer, on_card boolean, in_search boolean
);

CREATE FUNCTION cache_journal_listing() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  -- Beyond, every entry that read a listing is overtaken.
  tags_max CONSTANT integer := 20000;
  changes public.listing_change[];
  found text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(ROW(n.id, NULL, NULL, NULL, n.channel, n.locality_id, n.agency_id, false, true)::public.listing_change)
      INTO changes FROM (SELECT * FROM new_rows LIMIT tags_max + 1) n;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(ROW(o.id, o.channel, o.locality_id, o.agency_id, NULL, NULL, NULL, true, true)::public.listing_change)
      INTO changes FROM (SELECT * FROM old_rows LIMIT tags_max + 1) o;
  ELSE
    -- FULL: a listing that was given another id is one that left and one that came.
    SELECT array_agg(ROW(coalesce(o.id, n.id), o.channel, o.locality_id, o.agency_id, n.channel, n.locality_id, n.agency_id,
        -- What a card shows (CARD_JSON in lib/listings/listing-row.ts).
        (o.channel, o.status, o.offer, o.property_type, o.headline, o.price_display, o.price_low, o.price_high, o.price_currency,
          o.bedrooms, o.bathrooms, o.parking, o.land_area_m2, o.floor_area_m2, o.street, o.hide_street, o.locality_id, o.agency_id,
          o.published_at, o.sold_on, o.source_id)
        IS DISTINCT FROM
        (n.channel, n.status, n.offer, n.property_type, n.headline, n.price_display, n.price_low, n.price_high, n.price_currency,
          n.bedrooms, n.bathrooms, n.parking, n.land_area_m2, n.floor_area_m2, n.street, n.hide_street, n.locality_id, n.agency_id,
          n.published_at, n.sold_on, n.source_id),
        -- What a filter, an order or a count asks for (lib/listings/search-conditions.ts, search-order.ts, search-statement.ts).
        (o.id, o.channel, o.property_type, o.price_low, o.price_high, o.price_currency, o.bedrooms, o.bathrooms, o.parking,
          o.land_area_m2, o.hide_street, o.locality_id, o.latitude, o.longitude, o.agency_id, o.published_at, o.sold_on)
        IS DISTINCT FROM
        (n.id, n.channel, n.property_type, n.price_low, n.price_high, n.price_currency, n.bedrooms, n.bathrooms, n.parking,
          n.land_area_m2, n.hide_street, n.locality_id, n.latitude, n.longitude, n.agency_id, n.published_at, n.sold_on)
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
    -- The regions are derived from another table: locked, so that a place that moves meanwhile is not missed.
    PERFORM FROM public.locality WHERE id IN (
      SELECT place FROM unnest(changes) c, LATERAL (VALUES (c.old_locality), (c.new_locality)) side (place) WHERE c.in_search)
      ORDER BY id FOR SHARE;
    SELECT array_agg(tag) INTO found FROM (
      SELECT 'listing:' || c.id AS tag FROM unnest(changes) c
      UNION
      -- A card that nobody can have seen is on no page.
      SELECT 'card:' || c.id FROM unnest(changes) c WHERE c.on_card AND c.old_channel IS NOT NULL
      UNION
      SELECT 'stock:' || side.channel FROM unnest(changes) c, LATERAL (VALUES (c.old_channel), (c.new_channel)) side (channel)
       WHERE side.channel IS NOT NULL AND (c.old_channel, c.old_locality) IS DISTINCT FROM (c.new_channel, c.new_locality)
      UNION
      SELECT scope.tag FROM unnest(changes) c,
        LATERAL (VALUES (c.old_channel, c.old_locality, c.old_agency), (c.new_channel, c.new_locality, c.new_agency))
          side (channel, locality, agency)
        LEFT JOIN public.locality place ON place.id = side.locality,
        LATERAL (VALUES ('search:' || side.channel), ('search:' || side.channel || ':locality:' || side.locality),
          ('search:' || side.channel || ':region:' || place.region_id), ('search:' || side.channel || ':agency:' || side.agency)) scope (tag)
       WHERE c.in_search AND scope.tag IS NOT NULL
      LIMIT tags_max + 1
    ) tags;
  END IF;
  IF found IS NULL OR cardinality(found) > tags_max THEN
    found := ARRAY['listings'];
  END IF;
  PERFORM public.cache_note(found);
  RETURN NULL;
END $$;

-- The other tables: a row changed, or came or went, and its tags are made of its own columns. A child row has its parent's tag only.
-- The first name (listings, localities) stands for the whole table and is written when there are too many tags; ":any" is written with
-- every change, for what looks through all rows or found none.
DO $migration$
DECLARE
  source record;
BEGIN
  FOR source IN
    SELECT * FROM (VALUES
      ('listing_agent', 'listings',   $$'listing:' || listing_id, 'agent-listings:' || agent_id$$),
      -- A card shows the first picture.
      ('listing_media', 'listings',   $$'listing:' || listing_id, 'card:' || listing_id$$),
      ('inspection',    'listings',   $$'listing:' || listing_id$$),
      ('listing_event', 'listings',   $$'listing:' || listing_id$$),
      ('locality',      'localities', $$'locality:' || id, 'region-places:' || region_id, 'localities:any'$$),
      ('region',        'regions',    $$'region:' || id, 'regions:any'$$),
      ('country',       'regions',    $$'regions:any'$$),
      -- An agency's page names its agents.
      ('agent',         'agents',     $$'agent:' || id, 'agency:' || agency_id, 'agents:any'$$),
      ('feed_source',   'sources',    $$'source:' || id$$)
    ) AS sources (table_name, coarse, tags)
  LOOP
    EXECUTE format($create$
      CREATE FUNCTION cache_journal_%1$s() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
      DECLARE
        tags_max CONSTANT integer := 20000;
        found text[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          SELECT array_agg(tag) INTO found FROM (
            SELECT DISTINCT tag FROM new_rows, unnest(ARRAY[%3$s]) tag LIMIT tags_max + 1) tags;
        ELSIF TG_OP = 'DELETE' THEN
          SELECT array_agg(tag) INTO found FROM (
            SELECT DISTINCT tag FROM old_rows, unnest(ARRAY[%3$s]) tag LIMIT tags_max + 1) tags;
        ELSE
          SELECT array_agg(tag) INTO found FROM (
            SELECT DISTINCT tag FROM (
              (TABLE old_rows EXCEPT ALL TABLE new_rows) UNION ALL (TABLE new_rows EXCEPT ALL TABLE old_rows)
            ) changed, unnest(ARRAY[%3$s]) tag LIMIT tags_max + 1) tags;
        END IF;
        IF cardinality(found) > tags_max THEN
          found := ARRAY[%2$L];
        END IF;
        IF found IS NOT NULL THEN
          PERFORM public.cache_note(found);
        END IF;
        RETURN NULL;
      END $body$ $create$, source.table_name, source.coarse, source.tags);
  END LOOP;
END $migration$;

-- Hundreds of cards show an agency's name, and its own page all the rest.
CREATE FUNCTION cache_journal_agency() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  tags_max CONSTANT integer := 20000;
  found text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(tag) INTO found FROM (
      SELECT 'agency:' || id AS tag FROM new_rows UNION SELECT 'agencies:any' FROM new_rows LIMIT tags_max + 1) tags;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(tag) INTO found FROM (
      SELECT tag FROM old_rows, unnest(ARRAY['agency:' || id, 'agency-name:' || id, 'agencies:any']) tag
      GROUP BY tag LIMIT tags_max + 1) tags;
  ELSE
    SELECT array_agg(tag) INTO found FROM (
      SELECT tag FROM old_rows o FULL JOIN new_rows n USING (id), unnest(ARRAY['agency:' || id, 'agencies:any',
          CASE WHEN (o.slug, o.name) IS DISTINCT FROM (n.slug, n.name) THEN 'agency-name:' || id END]) tag
       WHERE o IS DISTINCT FROM n AND tag IS NOT NULL
       GROUP BY tag LIMIT tags_max + 1) tags;
  END IF;
  IF cardinality(found) > tags_max THEN
    found := ARRAY['agencies'];
  END IF;
  IF found IS NOT NULL THEN
    PERFORM public.cache_note(found);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION cache_journal_truncated() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.cache_note(ARRAY[TG_ARGV[0]]);
  RETURN NULL;
END $$;

DO $migration$
DECLARE
  source record;
BEGIN
  FOR source IN
    SELECT * FROM (VALUES
      ('listing', 'listings'), ('listing_agent', 'listings'), ('listing_media', 'listings'), ('inspection', 'listings'),
      ('listing_event', 'listings'), ('locality', 'localities'), ('region', 'regions'), ('country', 'regions'),
      ('agency', 'agencies'), ('agent', 'agents'), ('feed_source', 'sources')
    ) AS sources (table_name, coarse)
  LOOP
    EXECUTE format($create$
      CREATE TRIGGER cache_journal_insert AFTER INSERT ON %1$I REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION cache_journal_%1$s();
      CREATE TRIGGER cache_journal_update AFTER UPDATE ON %1$I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION cache_journal_%1$s();
      CREATE TRIGGER cache_journal_delete AFTER DELETE ON %1$I REFERENCING OLD TABLE AS old_rows
        FOR EACH STATEMENT EXECUTE FUNCTION cache_journal_%1$s();
      CREATE TRIGGER cache_journal_truncate AFTER TRUNCATE ON %1$I
        FOR EACH STATEMENT EXECUTE FUNCTION cache_journal_truncated(%2$L);
      ALTER TABLE %1$I ENABLE ALWAYS TRIGGER cache_journal_insert, ENABLE ALWAYS TRIGGER cache_journal_update,
        ENABLE ALWAYS TRIGGER cache_journal_delete, ENABLE ALWAYS TRIGGER cache_journal_truncate;
    $create$, source.table_name, source.coarse);
  END LOOP;
END $migration$;
