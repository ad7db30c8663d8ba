-- What products promise, orders entered by hand, and the devices customers have with their repairs.

ALTER TABLE product ADD COLUMN currency TEXT;
ALTER TABLE product ADD COLUMN warranty TEXT;
ALTER TABLE product ADD COLUMN useful_life TEXT;
ALTER TABLE product ADD COLUMN changed_at INTEGER;
ALTER TABLE product ADD COLUMN changed_by INTEGER;
CREATE INDEX product_by_name ON product (name);
CREATE TABLE product_recalculation (
    product_id INTEGER PRIMARY KEY,
    done_until INTEGER NOT NULL,
    since INTEGER NOT NULL
);

ALTER TABLE customer_order ADD COLUMN return_stated INTEGER NOT NULL DEFAULT 0;

CREATE TABLE asset (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    product_id INTEGER NOT NULL,
    serial_number TEXT,
    kind TEXT NOT NULL,
    started_on INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    place TEXT,
    warranty_until INTEGER,
    life_ends_on INTEGER,
    retired_on INTEGER,
    repairs INTEGER NOT NULL,
    last_repair_on INTEGER,
    alarm_on INTEGER,
    alarm_since INTEGER,
    alarm_fault TEXT,
    alarm_repairs INTEGER,
    settled_through INTEGER NOT NULL DEFAULT 0,
    settled_words TEXT,
    recorded_at INTEGER NOT NULL,
    recorded_by INTEGER,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE INDEX asset_newest ON asset (id);
CREATE INDEX asset_in_alarm ON asset (alarm_on, id) WHERE alarm_on IS NOT NULL;
CREATE TABLE asset_serial (
    serial_number TEXT NOT NULL,
    product_id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    asset_id INTEGER NOT NULL,
    PRIMARY KEY (serial_number, product_id)
) WITHOUT ROWID;
CREATE TABLE repair (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    asset_id INTEGER NOT NULL,
    done_on INTEGER NOT NULL,
    done_at INTEGER NOT NULL,
    fault TEXT NOT NULL,
    fault_words TEXT,
    work TEXT NOT NULL,
    staff_id INTEGER,
    cost_minor INTEGER,
    currency TEXT NOT NULL,
    under_warranty INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by INTEGER,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE INDEX repair_of_asset ON repair (customer_id, asset_id, done_on);
