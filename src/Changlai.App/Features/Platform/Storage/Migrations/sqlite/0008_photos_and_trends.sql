-- Photos of customers, and how much was known of them week by week (decision 28).

-- The image is base64: journals keep rows as JSON, which takes no bytes.
CREATE TABLE customer_photo (
    customer_id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    content TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    added_by INTEGER
);

-- Store and owner are 0 for none and for the company.
CREATE TABLE completeness_week (week_of INTEGER PRIMARY KEY, taken_on INTEGER NOT NULL, basis TEXT NOT NULL);
CREATE TABLE completeness_figure (
    week_of INTEGER NOT NULL,
    store_id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    cards INTEGER NOT NULL,
    points INTEGER NOT NULL,
    PRIMARY KEY (week_of, store_id, owner_id)
) WITHOUT ROWID;
CREATE TABLE completeness_pass (
    store_id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    cards INTEGER NOT NULL,
    points INTEGER NOT NULL,
    PRIMARY KEY (store_id, owner_id)
) WITHOUT ROWID;
