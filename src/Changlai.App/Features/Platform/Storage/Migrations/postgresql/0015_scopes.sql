-- How far somebody sees; NULL as is usual for their role. Further stores stand beside the one somebody belongs to.
ALTER TABLE staff ADD COLUMN scope text CHECK (scope IN ('own', 'stores', 'all'));
CREATE TABLE staff_store (
    staff_id bigint NOT NULL REFERENCES staff (id),
    store_id bigint NOT NULL REFERENCES store (id),
    PRIMARY KEY (staff_id, store_id)
);
