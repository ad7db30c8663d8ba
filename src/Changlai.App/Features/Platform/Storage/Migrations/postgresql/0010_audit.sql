-- What was done, by whom; entries are only ever added. An entry waits in audit_unsealed until it is part of the chain.
CREATE TABLE audit_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor_kind text NOT NULL,
    actor_id bigint,
    actor_name text NOT NULL,
    action text NOT NULL,
    subject text,
    customer_id bigint,
    store_id bigint,
    details text
);
CREATE TABLE audit_unsealed (entry_id bigint PRIMARY KEY);
