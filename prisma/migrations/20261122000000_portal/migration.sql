-- The data model: places, agencies and agents, listings with their history, feeds, people.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE TYPE offer AS ENUM ('sale', 'rent');
CREATE TYPE listing_status AS ENUM ('draft', 'active', 'under_offer', 'sold', 'leased', 'withdrawn');
CREATE TYPE channel AS ENUM ('buy', 'rent', 'sold');
CREATE TYPE property_type AS ENUM ('house', 'terrace', 'townhouse', 'apartment', 'unit', 'villa', 'rural', 'land');
CREATE TYPE media_kind AS ENUM ('photo', 'floor_plan', 'illustration');
CREATE TYPE inspection_kind AS ENUM ('open_home', 'auction');
CREATE TYPE listing_event_kind AS ENUM ('listed', 'price_changed', 'under_offer', 'sold', 'leased', 'withdrawn', 'relisted');
CREATE TYPE enquiry_status AS ENUM ('unread', 'answered', 'closed');
CREATE TYPE user_role AS ENUM ('agent', 'editor', 'administrator');
CREATE TYPE feed_kind AS ENUM ('csv', 'demo');
CREATE TYPE feed_run_status AS ENUM ('running', 'applied', 'unchanged', 'refused', 'failed');

CREATE TABLE country (
  code     text PRIMARY KEY CHECK (code ~ '^[a-z]{2}$'),
  name     text NOT NULL CHECK (name <> ''),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$')
);

CREATE TABLE region (
  id           serial PRIMARY KEY,
  slug         text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  code         text NOT NULL CHECK (code <> ''),
  name         text NOT NULL CHECK (name <> ''),
  country_code text NOT NULL REFERENCES country (code),
  time_zone    text NOT NULL CHECK (time_zone <> '')
);

-- unaccent() is only STABLE (its dictionary can be replaced), so an index on it needs a wrapper that promises not to.
CREATE FUNCTION plain_text(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, value));

CREATE TABLE locality (
  id              serial PRIMARY KEY,
  region_id       integer NOT NULL REFERENCES region (id),
  slug            text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name            text NOT NULL CHECK (name <> ''),
  postcode        text CHECK (postcode ~ '^[A-Z0-9][A-Z0-9 -]{0,11}$'),
  extra_postcodes text[] NOT NULL DEFAULT '{}',
  latitude        double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude       double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  UNIQUE (region_id, slug)
);
CREATE INDEX locality_name_prefix ON locality (plain_text(name) text_pattern_ops);
CREATE INDEX locality_name_trigram ON locality USING gin (plain_text(name) gin_trgm_ops);
CREATE INDEX locality_postcode ON locality (postcode text_pattern_ops);

CREATE TABLE agency (
  id          serial PRIMARY KEY,
  slug        text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name        text NOT NULL CHECK (name <> ''),
  phone       text,
  email       text,
  website     text,
  locality_id integer REFERENCES locality (id),
  is_demo     boolean NOT NULL DEFAULT false
);

CREATE TABLE agent (
  id        serial PRIMARY KEY,
  agency_id integer NOT NULL REFERENCES agency (id),
  slug      text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name      text NOT NULL CHECK (name <> ''),
  phone     text,
  email     text,
  is_demo   boolean NOT NULL DEFAULT false
);
CREATE INDEX agent_agency ON agent (agency_id);

CREATE TABLE feed_source (
  id     serial PRIMARY KEY,
  slug   text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name   text NOT NULL CHECK (name <> ''),
  kind   feed_kind NOT NULL,
  credit text NOT NULL DEFAULT ''
);

CREATE TABLE listing (
  id             serial PRIMARY KEY,
  offer          offer NOT NULL,
  status         listing_status NOT NULL DEFAULT 'draft',
  -- The one place that says where a listing is shown: in exactly one channel, or in none.
  channel        channel GENERATED ALWAYS AS (
                   CASE
                     WHEN status IN ('active', 'under_offer') AND offer = 'sale' THEN 'buy'::channel
                     WHEN status IN ('active', 'under_offer') AND offer = 'rent' THEN 'rent'::channel
                     WHEN status = 'sold' THEN 'sold'::channel
                   END
                 ) STORED,
  property_type  property_type NOT NULL,
  headline       text NOT NULL,
  description    text NOT NULL DEFAULT '',
  features       text[] NOT NULL DEFAULT '{}',
  price_display  text NOT NULL,
  price_low      bigint,
  price_high     bigint,
  price_currency text NOT NULL,
  bedrooms       smallint,
  bathrooms      numeric(4, 2),
  parking        smallint,
  land_area_m2   double precision,
  floor_area_m2  double precision,
  street         text,
  hide_street    boolean NOT NULL DEFAULT false,
  locality_id    integer NOT NULL REFERENCES locality (id),
  latitude       double precision,
  longitude      double precision,
  agency_id      integer REFERENCES agency (id),
  published_at   timestamptz(3),
  sold_on        date,
  sold_price     bigint,
  leased_on      date,
  source_id      integer REFERENCES feed_source (id),
  external_id    text,
  version        integer NOT NULL DEFAULT 1,
  created_at     timestamptz(3) NOT NULL DEFAULT now(),
  updated_at     timestamptz(3) NOT NULL DEFAULT now(),

  UNIQUE (source_id, external_id),
  CONSTRAINT listing_headline_given        CHECK (headline <> '' AND char_length(headline) <= 200),
  CONSTRAINT listing_price_display_given   CHECK (price_display <> '' AND char_length(price_display) <= 100),
  CONSTRAINT listing_price_not_negative    CHECK (price_low >= 0 AND price_high >= 0),
  CONSTRAINT listing_price_range_upright   CHECK (price_low <= price_high),
  CONSTRAINT listing_price_range_whole     CHECK ((price_low IS NULL) = (price_high IS NULL)),
  CONSTRAINT listing_currency_code         CHECK (price_currency ~ '^[A-Z]{3}$'),
  CONSTRAINT listing_bedrooms_range        CHECK (bedrooms BETWEEN 0 AND 99),
  CONSTRAINT listing_bathrooms_range       CHECK (bathrooms BETWEEN 0 AND 99),
  CONSTRAINT listing_parking_range         CHECK (parking BETWEEN 0 AND 999),
  CONSTRAINT listing_land_area_positive    CHECK (land_area_m2 > 0 AND land_area_m2 < 'infinity'),
  CONSTRAINT listing_floor_area_positive   CHECK (floor_area_m2 > 0 AND floor_area_m2 < 'infinity'),
  CONSTRAINT listing_street_given          CHECK (street <> ''),
  CONSTRAINT listing_coordinates_whole     CHECK ((latitude IS NULL) = (longitude IS NULL)),
  CONSTRAINT listing_latitude_range        CHECK (latitude BETWEEN -90 AND 90),
  CONSTRAINT listing_longitude_range       CHECK (longitude BETWEEN -180 AND 180),
  CONSTRAINT listing_source_whole          CHECK ((source_id IS NULL) = (external_id IS NULL)),
  CONSTRAINT listing_published_unless_draft CHECK (status = 'draft' OR published_at IS NOT NULL),
  CONSTRAINT listing_sold_has_date         CHECK ((status = 'sold') = (sold_on IS NOT NULL)),
  CONSTRAINT listing_sold_price_when_sold  CHECK (sold_price IS NULL OR (status = 'sold' AND sold_price >= 0)),
  CONSTRAINT listing_sold_was_for_sale     CHECK (status <> 'sold' OR offer = 'sale'),
  CONSTRAINT listing_leased_has_date       CHECK ((status = 'leased') = (leased_on IS NOT NULL)),
  CONSTRAINT listing_leased_was_for_rent   CHECK (status <> 'leased' OR offer = 'rent'),
  CONSTRAINT listing_version_positive      CHECK (version > 0)
);

-- What the public can see, in the order in which it is asked for; unpublished listings are in none of these.
CREATE INDEX listing_newest          ON listing (channel, published_at DESC, id DESC)              WHERE channel IS NOT NULL;
CREATE INDEX listing_locality_newest ON listing (locality_id, channel, published_at DESC, id DESC) WHERE channel IS NOT NULL;
CREATE INDEX listing_price           ON listing (channel, price_low, id)                           WHERE channel IS NOT NULL;
CREATE INDEX listing_sold_on         ON listing (sold_on DESC, id DESC)                            WHERE channel = 'sold';
CREATE INDEX listing_agency          ON listing (agency_id, channel);

CREATE FUNCTION listing_count_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A generated column is empty in a BEFORE trigger and computed after it: without this line every update would look like a change.
  NEW.channel := OLD.channel;
  IF NEW IS DISTINCT FROM OLD THEN
    NEW.version := OLD.version + 1;
    NEW.updated_at := now();
  END IF;
  RETURN NEW;
END $$;

-- Named to fire last (triggers fire in the order of their names), so that it counts what the others changed too.
CREATE TRIGGER zz_listing_count_version BEFORE UPDATE ON listing
  FOR EACH ROW EXECUTE FUNCTION listing_count_version();

CREATE TABLE listing_agent (
  listing_id integer NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
  agent_id   integer NOT NULL REFERENCES agent (id) ON DELETE CASCADE,
  position   smallint NOT NULL DEFAULT 0 CHECK (position >= 0),
  PRIMARY KEY (listing_id, agent_id)
);
CREATE INDEX listing_agent_agent ON listing_agent (agent_id);

CREATE TABLE listing_media (
  id           serial PRIMARY KEY,
  listing_id   integer NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
  kind         media_kind NOT NULL,
  position     smallint NOT NULL CHECK (position >= 0),
  caption      text NOT NULL DEFAULT '',
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  width_px     integer NOT NULL CHECK (width_px > 0),
  height_px    integer NOT NULL CHECK (height_px > 0),
  UNIQUE (listing_id, position)
);

CREATE TABLE inspection (
  id         serial PRIMARY KEY,
  listing_id integer NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
  kind       inspection_kind NOT NULL DEFAULT 'open_home',
  starts_at  timestamptz(3) NOT NULL,
  ends_at    timestamptz(3) NOT NULL,
  CONSTRAINT inspection_ends_after_start CHECK (ends_at > starts_at AND ends_at < starts_at + interval '1 day')
);
CREATE INDEX inspection_listing ON inspection (listing_id, starts_at);

CREATE TABLE listing_event (
  id            bigserial PRIMARY KEY,
  listing_id    integer NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
  kind          listing_event_kind NOT NULL,
  occurred_on   date NOT NULL,
  recorded_at   timestamptz(3) NOT NULL DEFAULT now(),
  price_display text,
  price_low     bigint,
  price_high    bigint,
  CONSTRAINT listing_event_price_not_negative  CHECK (price_low >= 0 AND price_high >= 0),
  CONSTRAINT listing_event_price_range_upright CHECK (price_low <= price_high),
  CONSTRAINT listing_event_price_range_whole   CHECK ((price_low IS NULL) = (price_high IS NULL))
);
CREATE INDEX listing_event_listing ON listing_event (listing_id, occurred_on, id);
-- A home is sold once a day at most: what makes an import of sales repeatable.
CREATE UNIQUE INDEX listing_event_one_sale_a_day ON listing_event (listing_id, occurred_on) WHERE kind = 'sold';

CREATE TABLE enquiry (
  id         serial PRIMARY KEY,
  listing_id integer NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
  name       text NOT NULL CHECK (name <> ''),
  email      text NOT NULL CHECK (email LIKE '%_@_%'),
  phone      text,
  message    text NOT NULL CHECK (message <> ''),
  status     enquiry_status NOT NULL DEFAULT 'unread',
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX enquiry_listing ON enquiry (listing_id, created_at);

CREATE TABLE user_account (
  id            serial PRIMARY KEY,
  email         text NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '%_@_%'),
  name          text NOT NULL CHECK (name <> ''),
  role          user_role NOT NULL,
  agency_id     integer REFERENCES agency (id),
  password_hash text,
  is_active     boolean NOT NULL DEFAULT true,
  created_at    timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT user_account_agent_has_agency CHECK ((role = 'agent') = (agency_id IS NOT NULL))
);

CREATE TABLE session (
  id           serial PRIMARY KEY,
  user_id      integer NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
  token_hash   bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  created_at   timestamptz(3) NOT NULL DEFAULT now(),
  last_seen_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at   timestamptz(3) NOT NULL,
  CONSTRAINT session_expires_after_start CHECK (expires_at > created_at)
);
CREATE INDEX session_by_user ON session (user_id);

CREATE TABLE audit_entry (
  id         bigserial PRIMARY KEY,
  at         timestamptz(3) NOT NULL DEFAULT now(),
  user_id    integer REFERENCES user_account (id),
  actor      text NOT NULL CHECK (actor <> ''),
  action     text NOT NULL CHECK (action <> ''),
  subject    text NOT NULL CHECK (subject <> ''),
  subject_id text NOT NULL,
  change     jsonb NOT NULL
);
CREATE INDEX audit_entry_subject ON audit_entry (subject, subject_id, id);

CREATE TABLE feed_run (
  id             serial PRIMARY KEY,
  source_id      integer NOT NULL REFERENCES feed_source (id),
  status         feed_run_status NOT NULL DEFAULT 'running',
  file_name      text NOT NULL,
  started_at     timestamptz(3) NOT NULL DEFAULT now(),
  finished_at    timestamptz(3),
  rows_read      integer NOT NULL DEFAULT 0 CHECK (rows_read >= 0),
  rows_created   integer NOT NULL DEFAULT 0 CHECK (rows_created >= 0),
  rows_updated   integer NOT NULL DEFAULT 0 CHECK (rows_updated >= 0),
  rows_unchanged integer NOT NULL DEFAULT 0 CHECK (rows_unchanged >= 0),
  rows_refused   integer NOT NULL DEFAULT 0 CHECK (rows_refused >= 0),
  reason         text,
  CONSTRAINT feed_run_finished CHECK ((status = 'running') = (finished_at IS NULL))
);
CREATE INDEX feed_run_source ON feed_run (source_id, id DESC);

CREATE TABLE feed_issue (
  id          serial PRIMARY KEY,
  run_id      integer NOT NULL REFERENCES feed_run (id) ON DELETE CASCADE,
  line        integer NOT NULL CHECK (line > 0),
  column_name text,
  value       text,
  reason      text NOT NULL CHECK (reason <> '')
);
CREATE INDEX feed_issue_run ON feed_issue (run_id, line);

CREATE TABLE saved_search (
  id           serial PRIMARY KEY,
  email        text NOT NULL CHECK (email = lower(email) AND email LIKE '%_@_%'),
  query        text NOT NULL,
  token_hash   bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  confirmed_at timestamptz(3),
  last_sent_at timestamptz(3),
  created_at   timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (email, query)
);

INSERT INTO country (code, name, currency) VALUES
  ('au', 'Australia', 'AUD'),
  ('us', 'United States', 'USD');

-- Australian states carry their plain code; regions of other countries carry the country (us-wa is not wa).
INSERT INTO region (slug, code, name, country_code, time_zone) VALUES
  ('nsw',   'NSW', 'New South Wales',              'au', 'Australia/Sydney'),
  ('vic',   'VIC', 'Victoria',                     'au', 'Australia/Melbourne'),
  ('qld',   'QLD', 'Queensland',                   'au', 'Australia/Brisbane'),
  ('wa',    'WA',  'Western Australia',            'au', 'Australia/Perth'),
  ('sa',    'SA',  'South Australia',              'au', 'Australia/Adelaide'),
  ('tas',   'TAS', 'Tasmania',                     'au', 'Australia/Hobart'),
  ('act',   'ACT', 'Australian Capital Territory', 'au', 'Australia/Sydney'),
  ('nt',    'NT',  'Northern Territory',           'au', 'Australia/Darwin'),
  ('us-wa', 'WA',  'Washington',                   'us', 'America/Los_Angeles');
