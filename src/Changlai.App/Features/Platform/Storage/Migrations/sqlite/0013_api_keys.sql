-- Keys with which programs use the API (decision 36). Only a hash of a key is kept, and its first letters, by which its owner knows it again.
CREATE TABLE api_key (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    name TEXT NOT NULL,
    prefix TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at INTEGER,
    revoked_by INTEGER
);
CREATE INDEX api_key_of ON api_key (staff_id, id);
