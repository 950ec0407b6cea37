-- What the cursors of searches are signed with, unless SEARCH_CURSOR_KEY is set (lib/listings/cursor-key.ts): one for all processes.
CREATE TABLE search_cursor (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  key      bytea NOT NULL CHECK (length(key) >= 16)
);
-- A random UUID has 122 bits from the system's generator.
INSERT INTO search_cursor (key) VALUES (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
