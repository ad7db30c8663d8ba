-- How people get in: sessions, lock-out, the second step, links that let somebody in once (decision 33).
ALTER TABLE staff ADD COLUMN failed_sign_ins integer NOT NULL DEFAULT 0;
ALTER TABLE staff ADD COLUMN locked_until timestamptz;
-- Protected with the keys of the database; the last time step that was used is not taken again.
ALTER TABLE staff ADD COLUMN totp_secret text;
ALTER TABLE staff ADD COLUMN totp_step bigint;
CREATE TABLE recovery_code (staff_id bigint NOT NULL REFERENCES staff (id), hash text NOT NULL, used_at timestamptz, PRIMARY KEY (staff_id, hash));
-- Only a hash of what the cookie carries is kept.
CREATE TABLE staff_session (
    hash text PRIMARY KEY,
    id bigint NOT NULL UNIQUE,
    staff_id bigint NOT NULL REFERENCES staff (id),
    created_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    idle_minutes integer NOT NULL,
    browser text,
    address text,
    ended_at timestamptz
);
CREATE INDEX staff_session_of ON staff_session (staff_id, created_at);
CREATE TABLE staff_link (
    hash text PRIMARY KEY,
    kind text NOT NULL,
    staff_id bigint REFERENCES staff (id),
    made_by bigint,
    made_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    used_at timestamptz
);
