-- Who may sign in, how, and from where they did. Of tokens and codes only hashes are kept.

ALTER TABLE session
  -- Signed in with a password whose account wants a code as well: nobody yet.
  ADD COLUMN awaits_code boolean NOT NULL DEFAULT false,
  -- Where it began, for its owner to recognise.
  ADD COLUMN address text NOT NULL DEFAULT '',
  ADD COLUMN user_agent text NOT NULL DEFAULT '' CHECK (char_length(user_agent) <= 300);

CREATE TABLE second_factor (
  user_id      integer PRIMARY KEY REFERENCES user_account (id) ON DELETE CASCADE,
  secret       bytea NOT NULL CHECK (length(secret) >= 20),
  -- NULL until a first code has shown that the owner has the secret: until then no code is asked for.
  confirmed_at timestamptz(3),
  -- The time step of the last code that was taken: none is taken twice.
  last_step    bigint NOT NULL DEFAULT 0
);

CREATE TABLE recovery_code (
  user_id   integer NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  PRIMARY KEY (user_id, code_hash)
);

CREATE TABLE invitation (
  id         serial PRIMARY KEY,
  email      text NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '%_@_%'),
  -- Suggested to whoever accepts.
  name       text NOT NULL DEFAULT '',
  role       user_role NOT NULL,
  agency_id  integer REFERENCES agency (id) ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  invited_by text NOT NULL CHECK (invited_by <> ''),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  CONSTRAINT invitation_agent_has_agency CHECK ((role = 'agent') = (agency_id IS NOT NULL))
);

-- One for an account: a new link replaces the one before.
CREATE TABLE password_reset (
  user_id    integer PRIMARY KEY REFERENCES user_account (id) ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  expires_at timestamptz(3) NOT NULL
);

-- How often something was tried in vain, and until when it is not tried again. A key says what and by whom, hashed: what people type
-- into the field of an address may be a password.
CREATE TABLE throttle (
  key           text PRIMARY KEY CHECK (key <> ''),
  failures      integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
  blocked_until timestamptz(3) NOT NULL DEFAULT 'epoch',
  forget_at     timestamptz(3) NOT NULL DEFAULT 'epoch'
);
CREATE INDEX throttle_forget_at ON throttle (forget_at);
