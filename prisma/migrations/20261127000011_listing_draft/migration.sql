-- What somebody has typed and not yet saved. It has no trigger: neither the listing, nor its version, nor any cache knows of it.

CREATE TABLE listing_draft (
  id           serial PRIMARY KEY,
  user_id      integer NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
  -- NULL: of a listing that is not made yet.
  listing_id   integer REFERENCES listing (id) ON DELETE CASCADE,
  -- The version of the listing that was being looked at.
  base_version integer CHECK (base_version > 0),
  changes      jsonb NOT NULL CHECK (jsonb_typeof(changes) = 'object'),
  updated_at   timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT listing_draft_bounded     CHECK (octet_length(changes::text) <= 131072),
  CONSTRAINT listing_draft_base_whole  CHECK ((listing_id IS NULL) = (base_version IS NULL)),
  UNIQUE (user_id, listing_id)
);
CREATE INDEX listing_draft_listing ON listing_draft (listing_id);
CREATE INDEX listing_draft_old ON listing_draft (updated_at);
