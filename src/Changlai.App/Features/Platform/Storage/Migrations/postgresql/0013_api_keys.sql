-- Keys with which programs use the API (decision 36). Only a hash of a key is kept, and its first letters, by which its owner knows it again.
CREATE TABLE api_key (
    id bigint PRIMARY KEY,
    staff_id bigint NOT NULL REFERENCES staff (id),
    name text NOT NULL,
    prefix text NOT NULL,
    hash text NOT NULL UNIQUE,
    scopes text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at timestamptz,
    revoked_by bigint
);
CREATE INDEX api_key_of ON api_key (staff_id, id);
