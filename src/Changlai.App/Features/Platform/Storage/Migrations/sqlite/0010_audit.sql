-- What was done, by whom; entries are only ever added. An entry waits in audit_unsealed until it is part of the chain.
CREATE TABLE audit_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id INTEGER,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT,
    customer_id INTEGER,
    store_id INTEGER,
    details TEXT
);
CREATE TABLE audit_unsealed (entry_id INTEGER PRIMARY KEY);
