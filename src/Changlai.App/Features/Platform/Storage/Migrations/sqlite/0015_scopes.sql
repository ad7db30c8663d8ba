-- How far somebody sees; NULL as is usual for their role. Further stores stand beside the one somebody belongs to.
ALTER TABLE staff ADD COLUMN scope TEXT CHECK (scope IN ('own', 'stores', 'all'));
CREATE TABLE staff_store (
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    store_id INTEGER NOT NULL REFERENCES store (id),
    PRIMARY KEY (staff_id, store_id)
) WITHOUT ROWID;
