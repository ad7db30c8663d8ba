-- The chain that seals the audit log (decision 34). Whoever can write to the file can take the triggers away; the chain still tells.
CREATE TABLE audit_link (position INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL UNIQUE, hash TEXT NOT NULL);
CREATE TABLE audit_seal (
    last_position INTEGER PRIMARY KEY,
    first_position INTEGER NOT NULL,
    hash TEXT NOT NULL,
    key_mark TEXT,
    sealed_at INTEGER NOT NULL
);
CREATE INDEX audit_entry_customer ON audit_entry (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX audit_entry_actor ON audit_entry (actor_id, id) WHERE actor_id IS NOT NULL;

CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'The audit log cannot be edited.'); END;
CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'The audit log cannot be edited.'); END;
CREATE TRIGGER audit_link_stays BEFORE UPDATE ON audit_link BEGIN SELECT RAISE(ABORT, 'The audit log cannot be edited.'); END;
CREATE TRIGGER audit_link_is_kept BEFORE DELETE ON audit_link BEGIN SELECT RAISE(ABORT, 'The audit log cannot be edited.'); END;
CREATE TRIGGER audit_seal_stays BEFORE UPDATE ON audit_seal BEGIN SELECT RAISE(ABORT, 'The audit log cannot be edited.'); END;
CREATE TRIGGER audit_seal_is_kept BEFORE DELETE ON audit_seal BEGIN SELECT RAISE(ABORT, 'The audit log cannot be edited.'); END;
