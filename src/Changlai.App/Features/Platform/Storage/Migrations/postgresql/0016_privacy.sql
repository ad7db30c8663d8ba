-- Who may see a number in full for a while, what was erased and what the law keeps of it without saying whose it was (decision 35).
CREATE TABLE customer_reveal (
    staff_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    ends_at timestamptz NOT NULL,
    PRIMARY KEY (staff_id, customer_id)
);
CREATE TABLE erasure (
    id bigint PRIMARY KEY,
    erased_id bigint NOT NULL,
    store_id bigint,
    asked_on date NOT NULL,
    asked_how text NOT NULL,
    done_at timestamptz NOT NULL,
    done_by bigint NOT NULL,
    done_by_name text NOT NULL,
    report text NOT NULL,
    seal text NOT NULL
);
-- The records of what was sold, with nothing that leads to a person.
CREATE TABLE retained_order (
    id bigint PRIMARY KEY,
    source text NOT NULL,
    external_number text NOT NULL,
    kind text NOT NULL,
    ordered_at timestamptz NOT NULL,
    ordered_on date NOT NULL,
    store_id bigint NOT NULL,
    currency text NOT NULL,
    total_minor bigint NOT NULL,
    margin_minor bigint NOT NULL
);
CREATE TABLE retained_order_line (
    order_id bigint NOT NULL,
    line integer NOT NULL,
    product_id bigint NOT NULL,
    quantity_milli bigint NOT NULL,
    unit_price_minor bigint NOT NULL,
    amount_minor bigint NOT NULL,
    PRIMARY KEY (order_id, line)
);
-- Keyed hashes of the numbers of those who were erased: the next run of an old file must not bring them back.
CREATE TABLE erased_key (hash text PRIMARY KEY);
