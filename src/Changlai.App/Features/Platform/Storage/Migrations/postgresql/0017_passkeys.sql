-- Passkeys (decision 38). What the authenticator keeps secret is never here: only the public key, and a random handle that names a person to their authenticator.
CREATE TABLE passkey (
    id bigint PRIMARY KEY,
    staff_id bigint NOT NULL REFERENCES staff (id),
    handle text NOT NULL,
    credential_id text NOT NULL UNIQUE,
    public_key text NOT NULL,
    sign_count bigint NOT NULL,
    transports text NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz
);
CREATE INDEX passkey_of ON passkey (staff_id, id);
CREATE INDEX passkey_handle ON passkey (handle);
-- Challenges that were answered: each counts once.
CREATE TABLE passkey_answered (hash text PRIMARY KEY, ends_at timestamptz NOT NULL);
-- Roles that come in with a second factor or get no further than to where it is set up.
CREATE TABLE second_factor_duty (role text PRIMARY KEY);
-- How a session came about, and when its owner last proved who they are; NULL as long ago as the session.
ALTER TABLE staff_session ADD COLUMN strong boolean NOT NULL DEFAULT false;
ALTER TABLE staff_session ADD COLUMN proven_at timestamptz;
