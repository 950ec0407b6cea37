-- Where a listing is shown, as one number: of the square of 2^-14 degrees that it stands in, column and row from -256 degrees on,
-- their bits interleaved (Z-order; Morton 1966). Every square of a power of two of a degree is then one range of numbers.
CREATE FUNCTION map_cell(latitude double precision, longitude double precision) RETURNS bigint
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  -- Scaled, then shifted: a power of two of a degree is exact, a sum with 256 is not.
  x bigint := floor(longitude * 16384)::bigint + 4194304;
  y bigint := floor(latitude * 16384)::bigint + 4194304;
BEGIN
  x := (x | (x << 16)) & x'0000FFFF0000FFFF'::bigint;
  x := (x | (x << 8))  & x'00FF00FF00FF00FF'::bigint;
  x := (x | (x << 4))  & x'0F0F0F0F0F0F0F0F'::bigint;
  x := (x | (x << 2))  & x'3333333333333333'::bigint;
  x := (x | (x << 1))  & x'5555555555555555'::bigint;
  y := (y | (y << 16)) & x'0000FFFF0000FFFF'::bigint;
  y := (y | (y << 8))  & x'00FF00FF00FF00FF'::bigint;
  y := (y | (y << 4))  & x'0F0F0F0F0F0F0F0F'::bigint;
  y := (y | (y << 2))  & x'3333333333333333'::bigint;
  y := (y | (y << 1))  & x'5555555555555555'::bigint;
  RETURN x | (y << 1);
END $$;

ALTER TABLE listing_search
  ADD COLUMN cell bigint NOT NULL GENERATED ALWAYS AS (map_cell(latitude, longitude)) STORED;

-- Clusters of a map, cell by cell, from the index alone. What is never null stands first: behind it, columns take longer to find.
CREATE INDEX listing_search_cell ON listing_search (channel, cell)
  INCLUDE (latitude, longitude, id, facet_key, published_at, property_type, locality_id, price_low, price_high, land_m2, bedrooms,
    bathrooms, parking, open_until, open_days);
