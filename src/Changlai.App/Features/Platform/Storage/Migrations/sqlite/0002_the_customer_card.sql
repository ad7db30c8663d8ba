-- The first phone, e-mail and number of a customer stay on the customer's row; further ones have rows of their own (decision 15).

ALTER TABLE customer ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE customer ADD COLUMN kind TEXT NOT NULL DEFAULT 'direct';
ALTER TABLE customer ADD COLUMN phone_kind TEXT;
ALTER TABLE customer ADD COLUMN wecom_id TEXT;
ALTER TABLE customer ADD COLUMN region TEXT;
ALTER TABLE customer ADD COLUMN region_chosen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN occupation TEXT;
ALTER TABLE customer ADD COLUMN income_band TEXT;
ALTER TABLE customer ADD COLUMN preferred_from INTEGER;
ALTER TABLE customer ADD COLUMN preferred_until INTEGER;
ALTER TABLE customer ADD COLUMN not_at_work INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN liked_channels INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN refused_channels INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN privacy_consent_at INTEGER;
ALTER TABLE customer ADD COLUMN found_by TEXT;
ALTER TABLE special_date ADD COLUMN name TEXT;
CREATE INDEX customer_by_region ON customer (region, customer_id) WHERE region IS NOT NULL;

CREATE TABLE customer_phone (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    e164 TEXT NOT NULL,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE TABLE customer_email (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE TABLE customer_number (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    label TEXT NOT NULL,
    number TEXT NOT NULL,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE TABLE customer_address (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    country TEXT,
    province TEXT,
    city TEXT,
    district TEXT,
    street TEXT,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE TABLE region (path TEXT PRIMARY KEY, parent TEXT, name TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE tag (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (kind, name));
CREATE TABLE customer_tag (customer_id INTEGER NOT NULL, tag_id INTEGER NOT NULL, PRIMARY KEY (customer_id, tag_id)) WITHOUT ROWID;
CREATE INDEX customer_tag_by_tag ON customer_tag (tag_id, customer_id);

CREATE TABLE customer_field (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    required INTEGER NOT NULL,
    searchable INTEGER NOT NULL,
    least TEXT,
    most TEXT,
    initial TEXT,
    position INTEGER NOT NULL,
    retired_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE customer_field_choice (
    field_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    position INTEGER NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (field_id, id)
) WITHOUT ROWID;
CREATE TABLE customer_field_value (
    customer_id INTEGER NOT NULL,
    field_id INTEGER NOT NULL,
    item INTEGER NOT NULL,
    text_value TEXT,
    number_milli INTEGER,
    day_value INTEGER,
    choice_id INTEGER,
    yes INTEGER,
    PRIMARY KEY (customer_id, field_id, item)
) WITHOUT ROWID;
CREATE INDEX customer_field_value_by_field ON customer_field_value (field_id, customer_id);

CREATE TABLE consent_event (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    channel TEXT,
    source TEXT NOT NULL,
    wording TEXT NOT NULL,
    staff_id INTEGER,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE TABLE customer_event (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    staff_id INTEGER,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE INDEX customer_event_by_time ON customer_event (customer_id, kind, at, id);
CREATE INDEX consent_event_by_time ON consent_event (customer_id, at, id);
