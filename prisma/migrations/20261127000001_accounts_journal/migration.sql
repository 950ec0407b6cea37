-- Who is signed in is read through the cache, and so is told of as it changes: a revocation, by whoever and however, reaches every process
-- within the time that a change of a listing does (docs/caching.md).

-- Tagged by the token's hash and not by an id: so "there is no such session" depends on it as well.
CREATE FUNCTION cache_journal_session() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  tags_max CONSTANT integer := 20000;
  found text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg('session:' || encode(token_hash, 'hex')) INTO found FROM (SELECT token_hash FROM new_rows LIMIT tags_max + 1) rows;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg('session:' || encode(token_hash, 'hex')) INTO found FROM (SELECT token_hash FROM old_rows LIMIT tags_max + 1) rows;
  ELSE
    -- That somebody was seen again is no change of who they are.
    SELECT array_agg('session:' || encode(hash, 'hex')) INTO found FROM (
      SELECT DISTINCT hash FROM old_rows o FULL JOIN new_rows n USING (id), LATERAL (VALUES (o.token_hash), (n.token_hash)) side (hash)
       WHERE (o.user_id, o.token_hash, o.created_at, o.expires_at, o.awaits_code)
             IS DISTINCT FROM (n.user_id, n.token_hash, n.created_at, n.expires_at, n.awaits_code) AND hash IS NOT NULL
       LIMIT tags_max + 1) rows;
  END IF;
  IF cardinality(found) > tags_max THEN
    found := ARRAY['sessions'];
  END IF;
  IF found IS NOT NULL THEN
    PERFORM public.cache_note(found);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION cache_journal_user_account() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  tags_max CONSTANT integer := 20000;
  found text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg('account:' || id) INTO found FROM (SELECT id FROM new_rows LIMIT tags_max + 1) rows;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg('account:' || id) INTO found FROM (SELECT id FROM old_rows LIMIT tags_max + 1) rows;
  ELSE
    SELECT array_agg('account:' || id) INTO found FROM (
      SELECT id FROM old_rows o FULL JOIN new_rows n USING (id) WHERE o IS DISTINCT FROM n LIMIT tags_max + 1) rows;
  END IF;
  IF cardinality(found) > tags_max THEN
    found := ARRAY['accounts'];
  END IF;
  IF found IS NOT NULL THEN
    PERFORM public.cache_note(found);
  END IF;
  RETURN NULL;
END $$;

DO $migration$
DECLARE
  source record;
BEGIN
  FOR source IN
    SELECT * FROM (VALUES ('session', 'sessions'), ('user_account', 'accounts')) AS sources (table_name, coarse)
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
