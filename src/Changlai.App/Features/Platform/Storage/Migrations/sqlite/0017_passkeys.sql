-- Passkeys (decision 38). What the authenticator keeps secret is never here: only the public key, and a random handle that names a person to their authenticator.
CREATE TABLE passkey (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    handle TEXT NOT NULL,
    credential_id TEXT NOT NULL UNIQUE,
    public_key TEXT NOT NULL,
    sign_count INTEGER NOT NULL,
    transports TEXT NOT NULL,
    backup_eligible INTEGER NOT NULL,
    backed_up INTEGER NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER
);
CREATE INDEX passkey_of ON passkey (staff_id, id);
CREATE INDEX passkey_handle ON passkey (handle);
-- Challenges that were answered: each counts once.
CREATE TABLE passkey_answered (hash TEXT PRIMARY KEY, ends_at INTEGER NOT NULL) WITHOUT ROWID;
-- Roles that come in with a second factor or get no further than to where it is set up.
CREATE TABLE second_factor_duty (role TEXT PRIMARY KEY) WITHOUT ROWID;
-- How a session came about, and when its owner last proved who they are; NULL as long ago as the session.
ALTER TABLE staff_session ADD COLUMN strong INTEGER NOT NULL DEFAULT 0;
ALTER TABLE staff_session ADD COLUMN proven_at INTEGER;
