-- How people get in: sessions, lock-out, the second step, links that let somebody in once (decision 33).
ALTER TABLE staff ADD COLUMN failed_sign_ins INTEGER NOT NULL DEFAULT 0;
ALTER TABLE staff ADD COLUMN locked_until INTEGER;
-- Protected with the keys of the database; the last time step that was used is not taken again.
ALTER TABLE staff ADD COLUMN totp_secret TEXT;
ALTER TABLE staff ADD COLUMN totp_step INTEGER;
CREATE TABLE recovery_code (staff_id INTEGER NOT NULL REFERENCES staff (id), hash TEXT NOT NULL, used_at INTEGER, PRIMARY KEY (staff_id, hash)) WITHOUT ROWID;
-- Only a hash of what the cookie carries is kept.
CREATE TABLE staff_session (
    hash TEXT PRIMARY KEY,
    id INTEGER NOT NULL UNIQUE,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    idle_minutes INTEGER NOT NULL,
    browser TEXT,
    address TEXT,
    ended_at INTEGER
) WITHOUT ROWID;
CREATE INDEX staff_session_of ON staff_session (staff_id, created_at);
CREATE TABLE staff_link (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    made_by INTEGER,
    made_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    used_at INTEGER
) WITHOUT ROWID;
