-- A sitemap says of each listing when it was last changed. Told by ten thousand ids at a time, which takes no look at any other row: by region
-- the place would have to be held. As it was, but for the tag.
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
      -- The part of a sitemap that it stands in, or would (SITEMAP_SPAN in lib/listings/sitemap-part.ts).
      SELECT 'listing-part:' || (c.id - 1) / 10000 + 1 FROM unnest(changes) c
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
