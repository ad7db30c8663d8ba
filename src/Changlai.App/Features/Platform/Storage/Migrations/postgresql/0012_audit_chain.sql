-- The chain that seals the audit log (decision 34). Whoever owns the tables can take the triggers away; the chain still tells.
CREATE TABLE audit_link (position bigint PRIMARY KEY, entry_id bigint NOT NULL UNIQUE, hash text NOT NULL);
CREATE TABLE audit_seal (
    last_position bigint PRIMARY KEY,
    first_position bigint NOT NULL,
    hash text NOT NULL,
    key_mark text,
    sealed_at timestamptz NOT NULL
);
CREATE INDEX audit_entry_customer ON audit_entry (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX audit_entry_actor ON audit_entry (actor_id, id) WHERE actor_id IS NOT NULL;

CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The audit log cannot be edited.'; END $$;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_stays();
CREATE TRIGGER audit_link_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link FOR EACH STATEMENT EXECUTE FUNCTION audit_stays();
CREATE TRIGGER audit_seal_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION audit_stays();
