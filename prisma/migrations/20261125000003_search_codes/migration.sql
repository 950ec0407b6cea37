-- What the stems of a word are in listing_search.words ('' before them, or 'headline:'). A function, because Postgres then works it out
-- as it plans a search, and knows from its statistics how many listings have the word.
CREATE FUNCTION search_codes(prefix text, word text) RETURNS integer[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
  RETURN ARRAY(SELECT hashtext(prefix || stem) FROM unnest(public.search_stems(word)) stem ORDER BY 1);
