-- Who changed what, from where, and what undid it: added to by the portal, changed by nobody (docs/decisions/0025-the-audit-is-only-added-to.md).

ALTER TABLE audit_entry
  -- Of a person; as the portal knew it.
  ADD COLUMN address text CHECK (address <> ''),
  -- The version that the subject had afterwards: what lies between two versions can be told, and a gap is known to be one.
  ADD COLUMN version integer CHECK (version > 0),
  ADD COLUMN undoes bigint REFERENCES audit_entry (id);
CREATE INDEX audit_entry_undoes ON audit_entry (undoes) WHERE undoes IS NOT NULL;
-- "What I changed" in the console.
CREATE INDEX audit_entry_person ON audit_entry (user_id, subject, subject_id) WHERE user_id IS NOT NULL;
-- The console's table begins with what was changed last, and says how many there are of each status. (Those of one agency are few.)
CREATE INDEX listing_changed ON listing (updated_at DESC, id DESC);
CREATE INDEX listing_status ON listing (status, agency_id);

-- A correction of the audit itself, such as taking out a person's data as the law asks, is for the tables' owner alone, who says so first:
-- SET verandah.audit_maintenance = on. TRUNCATE of an empty table loses nothing, and comes with TRUNCATE … CASCADE of others.
CREATE FUNCTION audit_entry_keep() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF coalesce(current_setting('verandah.audit_maintenance', true), '') = 'on'
     OR (TG_OP = 'TRUNCATE' AND NOT EXISTS (SELECT FROM public.audit_entry)) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'The audit is only added to: % is refused.', TG_OP
    USING ERRCODE = 'insufficient_privilege', HINT = 'See docs/operations.md, "The audit".';
END $$;
CREATE TRIGGER audit_entry_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_keep();
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_keep;

-- What the portal's connections act as (lib/platform/portal-role.ts). A role is the whole server's: another database may have made it already,
-- or be making it now.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'verandah_app') THEN
    CREATE ROLE verandah_app NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION '% may not create roles: a superuser has to run CREATE ROLE verandah_app NOLOGIN; GRANT verandah_app TO % first', current_user, current_user;
END $$;
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'verandah_app', 'SET') THEN
    EXECUTE format('GRANT verandah_app TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO verandah_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO verandah_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO verandah_app;
-- What later migrations make.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO verandah_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO verandah_app;

REVOKE UPDATE, DELETE ON audit_entry FROM verandah_app;
DO $$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM verandah_app;
  END IF;
END $$;
