-- What products promise, orders entered by hand, and the devices customers have with their repairs.

ALTER TABLE product ADD COLUMN currency text;
ALTER TABLE product ADD COLUMN warranty text;
ALTER TABLE product ADD COLUMN useful_life text;
ALTER TABLE product ADD COLUMN changed_at timestamptz;
ALTER TABLE product ADD COLUMN changed_by bigint;
CREATE INDEX product_by_name ON product (name);
CREATE TABLE product_recalculation (
    product_id bigint PRIMARY KEY,
    done_until bigint NOT NULL,
    since timestamptz NOT NULL
);

ALTER TABLE customer_order ADD COLUMN return_stated boolean NOT NULL DEFAULT false;

CREATE TABLE asset (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    serial_number text,
    kind text NOT NULL,
    started_on date NOT NULL,
    started_at timestamptz NOT NULL,
    place text,
    warranty_until date,
    life_ends_on date,
    retired_on date,
    repairs integer NOT NULL,
    last_repair_on date,
    alarm_on date,
    alarm_since date,
    alarm_fault text,
    alarm_repairs integer,
    settled_through bigint NOT NULL DEFAULT 0,
    settled_words text,
    recorded_at timestamptz NOT NULL,
    recorded_by bigint,
    PRIMARY KEY (customer_id, id)
);
CREATE INDEX asset_newest ON asset (id);
CREATE INDEX asset_in_alarm ON asset (alarm_on, id) WHERE alarm_on IS NOT NULL;
CREATE TABLE asset_serial (
    serial_number text NOT NULL,
    product_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    asset_id bigint NOT NULL,
    PRIMARY KEY (serial_number, product_id)
);
CREATE TABLE repair (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    asset_id bigint NOT NULL,
    done_on date NOT NULL,
    done_at timestamptz NOT NULL,
    fault text NOT NULL,
    fault_words text,
    work text NOT NULL,
    staff_id bigint,
    cost_minor bigint,
    currency text NOT NULL,
    under_warranty boolean NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by bigint,
    PRIMARY KEY (customer_id, id)
);
CREATE INDEX repair_of_asset ON repair (customer_id, asset_id, done_on);
