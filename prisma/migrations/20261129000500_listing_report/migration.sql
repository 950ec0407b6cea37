-- What visitors say is wrong with a listing, until somebody has looked into it.

CREATE TYPE report_reason AS ENUM ('wrong', 'gone', 'fraud', 'rules', 'offensive', 'other');

CREATE TABLE listing_report (
  id         serial PRIMARY KEY,
  -- Told to whoever reports: it says nothing of how many there are, and has no letters that are taken for others.
  reference  text NOT NULL UNIQUE CHECK (reference ~ '^[2-9A-HJ-NP-Z]{8}$'),
  listing_id integer NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
  reason     report_reason NOT NULL,
  message    text NOT NULL CHECK (char_length(message) BETWEEN 1 AND 2000),
  -- Of whoever wants an answer; it goes when the report is closed.
  email      text CHECK (char_length(email) BETWEEN 3 AND 254),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  closed_at  timestamptz(3),
  CONSTRAINT listing_report_closed_forgets CHECK (closed_at IS NULL OR email IS NULL)
);
CREATE INDEX listing_report_open ON listing_report (created_at, id) WHERE closed_at IS NULL;
CREATE INDEX listing_report_listing ON listing_report (listing_id);
