CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    shared INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    rule TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by INTEGER NOT NULL
);
ALTER TABLE plan_setting ADD COLUMN segment_id INTEGER;

-- Who is held out: one follow-up in ten at most, so it costs little to keep.
CREATE INDEX follow_up_held_out ON follow_up (plan, customer_id) WHERE state = 'held-out';
