-- The sales of a place are those of all its listings, on show or not: its profile goes from here to their events, without reading the
-- listings themselves. Three thousand listings of one suburb are 15 pages of it, and as many more of the table.
CREATE INDEX listing_locality ON listing (locality_id) INCLUDE (id, property_type, price_currency);

-- sales:locality:ID changes when the sales on record there do, in the writer's transaction, as cache_journal tells of everything else. Of
-- its own: search:* tells only of listings that are on show.

-- After events came, went or changed. What is asked between has no part in a sale.
CREATE FUNCTION sales_journal_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ids integer[];
  found text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT listing_id) INTO ids FROM new_rows WHERE kind <> 'price_changed';
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT listing_id) INTO ids FROM old_rows WHERE kind <> 'price_changed';
  ELSE
    SELECT array_agg(DISTINCT listing_id) INTO ids FROM (
      (TABLE old_rows EXCEPT ALL TABLE new_rows) UNION ALL (TABLE new_rows EXCEPT ALL TABLE old_rows)) changed
     WHERE kind <> 'price_changed';
  END IF;
  IF ids IS NULL THEN
    RETURN NULL;
  END IF;
  -- The place is derived from another table: locked, so that a listing that moves meanwhile is not missed. Rows of this transaction's own
  -- are nobody else's to move, and locking them would double what an import writes.
  PERFORM FROM public.listing WHERE id = ANY (ids) AND xmin <> pg_current_xact_id()::xid ORDER BY id FOR SHARE;
  -- A listing that was deleted with its events is told of by its own trigger.
  SELECT array_agg(DISTINCT 'sales:locality:' || locality_id) INTO found FROM public.listing WHERE id = ANY (ids);
  PERFORM public.sales_note(found);
  RETURN NULL;
END $$;

-- After a listing went, or moved, or changed in what its sales are counted by. One that came has none yet.
CREATE FUNCTION sales_journal_listing() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found text[];
BEGIN
  IF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT 'sales:locality:' || locality_id) INTO found FROM old_rows;
  ELSE
    -- FULL: a listing that was given another id is one that left and one that came.
    SELECT array_agg(DISTINCT 'sales:locality:' || side.locality) INTO found
      FROM old_rows o FULL JOIN new_rows n USING (id), LATERAL (VALUES (o.locality_id), (n.locality_id)) side (locality)
     WHERE (o.locality_id, o.property_type, o.price_currency) IS DISTINCT FROM (n.locality_id, n.property_type, n.price_currency)
       AND side.locality IS NOT NULL;
  END IF;
  PERFORM public.sales_note(found);
  RETURN NULL;
END $$;

-- As everywhere: beyond so many, every entry that read a listing is overtaken.
CREATE FUNCTION sales_note(tags text[]) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF tags IS NOT NULL THEN
    PERFORM public.cache_note(CASE WHEN cardinality(tags) > 20000 THEN ARRAY['listings'] ELSE tags END);
  END IF;
END $$;

-- A table that is emptied tells of itself by its coarse tag.
CREATE TRIGGER sales_journal_insert AFTER INSERT ON listing_event REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_journal_event();
CREATE TRIGGER sales_journal_update AFTER UPDATE ON listing_event REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_journal_event();
CREATE TRIGGER sales_journal_delete AFTER DELETE ON listing_event REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_journal_event();
CREATE TRIGGER sales_journal_update AFTER UPDATE ON listing REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_journal_listing();
CREATE TRIGGER sales_journal_delete AFTER DELETE ON listing REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_journal_listing();
ALTER TABLE listing_event ENABLE ALWAYS TRIGGER sales_journal_insert, ENABLE ALWAYS TRIGGER sales_journal_update,
  ENABLE ALWAYS TRIGGER sales_journal_delete;
ALTER TABLE listing ENABLE ALWAYS TRIGGER sales_journal_update, ENABLE ALWAYS TRIGGER sales_journal_delete;
