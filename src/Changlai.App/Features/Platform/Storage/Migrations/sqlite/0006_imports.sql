-- What an import made and what stood there before, for as long as it can be undone (decision 25); and columns that people chose.

CREATE TABLE import_made (
    run_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    PRIMARY KEY (run_id, name, first_id)
) WITHOUT ROWID;
CREATE TABLE import_touched (run_id INTEGER NOT NULL, touched_id INTEGER NOT NULL, PRIMARY KEY (run_id, touched_id)) WITHOUT ROWID;
CREATE TABLE import_image (
    run_id INTEGER NOT NULL,
    image_id INTEGER NOT NULL,
    phase TEXT NOT NULL,
    table_name TEXT NOT NULL,
    first_key INTEGER NOT NULL,
    second_key INTEGER NOT NULL,
    content TEXT,
    PRIMARY KEY (run_id, image_id)
) WITHOUT ROWID;
CREATE INDEX import_image_of ON import_image (run_id, table_name, first_key, second_key);
CREATE TABLE import_columns (
    kind TEXT NOT NULL,
    headings TEXT NOT NULL,
    chosen TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by INTEGER,
    PRIMARY KEY (kind, headings)
) WITHOUT ROWID;
