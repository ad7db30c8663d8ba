-- Who may see a number in full for a while, what was erased and what the law keeps of it without saying whose it was (decision 35).
CREATE TABLE customer_reveal (
    staff_id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    PRIMARY KEY (staff_id, customer_id)
) WITHOUT ROWID;
CREATE TABLE erasure (
    id INTEGER PRIMARY KEY,
    erased_id INTEGER NOT NULL,
    store_id INTEGER,
    asked_on INTEGER NOT NULL,
    asked_how TEXT NOT NULL,
    done_at INTEGER NOT NULL,
    done_by INTEGER NOT NULL,
    done_by_name TEXT NOT NULL,
    report TEXT NOT NULL,
    seal TEXT NOT NULL
);
-- The records of what was sold, with nothing that leads to a person.
CREATE TABLE retained_order (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    external_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    ordered_at INTEGER NOT NULL,
    ordered_on INTEGER NOT NULL,
    store_id INTEGER NOT NULL,
    currency TEXT NOT NULL,
    total_minor INTEGER NOT NULL,
    margin_minor INTEGER NOT NULL
);
CREATE TABLE retained_order_line (
    order_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    product_id INTEGER NOT NULL,
    quantity_milli INTEGER NOT NULL,
    unit_price_minor INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (order_id, line)
) WITHOUT ROWID;
-- Keyed hashes of the numbers of those who were erased: the next run of an old file must not bring them back.
CREATE TABLE erased_key (hash TEXT PRIMARY KEY) WITHOUT ROWID;
