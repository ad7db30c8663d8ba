-- What an import made and what stood there before, for as long as it can be undone (decision 25); and columns that people chose.

CREATE TABLE import_made (
    run_id bigint NOT NULL,
    name text NOT NULL,
    first_id bigint NOT NULL,
    last_id bigint NOT NULL,
    PRIMARY KEY (run_id, name, first_id)
);
CREATE TABLE import_touched (run_id bigint NOT NULL, touched_id bigint NOT NULL, PRIMARY KEY (run_id, touched_id));
CREATE TABLE import_image (
    run_id bigint NOT NULL,
    image_id bigint NOT NULL,
    phase text NOT NULL,
    table_name text NOT NULL,
    first_key bigint NOT NULL,
    second_key bigint NOT NULL,
    content text,
    PRIMARY KEY (run_id, image_id)
);
CREATE INDEX import_image_of ON import_image (run_id, table_name, first_key, second_key);
CREATE TABLE import_columns (
    kind text NOT NULL,
    headings text NOT NULL,
    chosen text NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by bigint,
    PRIMARY KEY (kind, headings)
);
