CREATE TABLE segment (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    shared boolean NOT NULL,
    owner_id bigint NOT NULL,
    rule text NOT NULL,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by bigint NOT NULL
);
ALTER TABLE plan_setting ADD COLUMN segment_id bigint;

-- Who is held out: one follow-up in ten at most, so it costs little to keep.
CREATE INDEX follow_up_held_out ON follow_up (plan, customer_id) WHERE state = 'held-out';
