-- The first phone, e-mail and number of a customer stay on the customer's row; further ones have rows of their own (decision 15).

ALTER TABLE customer ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE customer ADD COLUMN kind text NOT NULL DEFAULT 'direct';
ALTER TABLE customer ADD COLUMN phone_kind text;
ALTER TABLE customer ADD COLUMN wecom_id text;
ALTER TABLE customer ADD COLUMN region text COLLATE "C";
ALTER TABLE customer ADD COLUMN region_chosen boolean NOT NULL DEFAULT false;
ALTER TABLE customer ADD COLUMN occupation text;
ALTER TABLE customer ADD COLUMN income_band text;
ALTER TABLE customer ADD COLUMN preferred_from integer;
ALTER TABLE customer ADD COLUMN preferred_until integer;
ALTER TABLE customer ADD COLUMN not_at_work boolean NOT NULL DEFAULT false;
ALTER TABLE customer ADD COLUMN liked_channels integer NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN refused_channels integer NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN privacy_consent_at timestamptz;
ALTER TABLE customer ADD COLUMN found_by text;
ALTER TABLE special_date ADD COLUMN name text;
CREATE INDEX customer_by_region ON customer (region, customer_id) WHERE region IS NOT NULL;

CREATE TABLE customer_phone (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    kind text NOT NULL,
    e164 text NOT NULL,
    PRIMARY KEY (customer_id, id)
);
CREATE TABLE customer_email (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    address text NOT NULL,
    PRIMARY KEY (customer_id, id)
);
CREATE TABLE customer_number (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    label text NOT NULL,
    number text NOT NULL,
    PRIMARY KEY (customer_id, id)
);
CREATE TABLE customer_address (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    country text,
    province text,
    city text,
    district text,
    street text,
    PRIMARY KEY (customer_id, id)
);
CREATE TABLE region (path text COLLATE "C" PRIMARY KEY, parent text, name text NOT NULL);

CREATE TABLE tag (id bigint PRIMARY KEY, kind text NOT NULL, name text NOT NULL, UNIQUE (kind, name));
CREATE TABLE customer_tag (customer_id bigint NOT NULL, tag_id bigint NOT NULL, PRIMARY KEY (customer_id, tag_id));
CREATE INDEX customer_tag_by_tag ON customer_tag (tag_id, customer_id);

CREATE TABLE customer_field (
    id bigint PRIMARY KEY,
    kind text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    required boolean NOT NULL,
    searchable boolean NOT NULL,
    least text,
    most text,
    initial text,
    position integer NOT NULL,
    retired_at timestamptz,
    version integer NOT NULL DEFAULT 1
);
CREATE TABLE customer_field_choice (
    field_id bigint NOT NULL,
    id bigint NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    position integer NOT NULL,
    retired boolean NOT NULL DEFAULT false,
    PRIMARY KEY (field_id, id)
);
CREATE TABLE customer_field_value (
    customer_id bigint NOT NULL,
    field_id bigint NOT NULL,
    item integer NOT NULL,
    text_value text,
    number_milli bigint,
    day_value date,
    choice_id bigint,
    yes boolean,
    PRIMARY KEY (customer_id, field_id, item)
);
CREATE INDEX customer_field_value_by_field ON customer_field_value (field_id, customer_id);

CREATE TABLE consent_event (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    channel text,
    source text NOT NULL,
    wording text NOT NULL,
    staff_id bigint,
    PRIMARY KEY (customer_id, id)
);
CREATE TABLE customer_event (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    words text NOT NULL,
    staff_id bigint,
    PRIMARY KEY (customer_id, id)
);
CREATE INDEX customer_event_by_time ON customer_event (customer_id, kind, at, id);
CREATE INDEX consent_event_by_time ON consent_event (customer_id, at, id);
