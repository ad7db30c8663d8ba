-- Money in minor units, quantities in thousandths.

CREATE TABLE id_block (name text PRIMARY KEY, next_id bigint NOT NULL);
CREATE TABLE setting (key text PRIMARY KEY, value text NOT NULL);
CREATE TABLE lease (name text PRIMARY KEY, holder text NOT NULL, until timestamptz NOT NULL);
CREATE TABLE idempotency_key (key text PRIMARY KEY, created_at timestamptz NOT NULL, result text);
CREATE INDEX idempotency_key_created ON idempotency_key (created_at);
CREATE TABLE data_protection_key (id bigint PRIMARY KEY, name text NOT NULL, xml text NOT NULL);

CREATE TABLE store (
    id bigint PRIMARY KEY,
    name text NOT NULL UNIQUE,
    city text,
    time_zone text NOT NULL,
    currency text NOT NULL,
    closed_weekdays integer NOT NULL DEFAULT 0
);
CREATE TABLE store_closed_day (
    store_id bigint NOT NULL REFERENCES store (id),
    day date NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (store_id, day)
);
CREATE TABLE staff (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    sign_in_name text UNIQUE,
    password_hash text,
    security_stamp text NOT NULL,
    role text NOT NULL,
    store_id bigint REFERENCES store (id),
    working_weekdays integer NOT NULL,
    daily_capacity integer NOT NULL,
    language text NOT NULL,
    active boolean NOT NULL
);
CREATE TABLE import_run (
    id bigint PRIMARY KEY,
    kind text NOT NULL,
    source text NOT NULL,
    file_name text NOT NULL,
    state text NOT NULL,
    staff_id bigint,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    report text
);

CREATE TABLE customer (
    customer_id bigint PRIMARY KEY,
    external_source text,
    external_number text,
    name text NOT NULL,
    salutation text,
    gender text,
    phone text,
    email text,
    language text,
    source text,
    tier text,
    store_id bigint,
    owner_id bigint,
    preferred_weekdays integer NOT NULL DEFAULT 0,
    do_not_contact boolean NOT NULL DEFAULT false,
    do_not_contact_reason text,
    do_not_contact_on date,
    phone_wrong boolean NOT NULL DEFAULT false,
    phone_refused boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL
);
CREATE INDEX customer_by_store ON customer (store_id, customer_id);
CREATE INDEX customer_by_owner ON customer (owner_id, customer_id);
CREATE TABLE customer_key (
    kind text NOT NULL,
    value text NOT NULL,
    customer_id bigint NOT NULL,
    PRIMARY KEY (kind, value)
);
CREATE TABLE special_date (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    kind text NOT NULL,
    calendar text NOT NULL,
    month integer NOT NULL,
    day integer NOT NULL,
    leap_month boolean NOT NULL,
    year integer,
    PRIMARY KEY (customer_id, id)
);
CREATE TABLE customer_find (customer_id bigint PRIMARY KEY, grams text[] NOT NULL);
CREATE INDEX customer_find_grams ON customer_find USING gin (grams) WITH (fastupdate = on, gin_pending_list_limit = 1024);

CREATE TABLE product (
    id bigint PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    category text,
    price_minor bigint,
    cost_minor bigint,
    repurchase_days integer,
    sessions integer,
    session_interval_days integer,
    active boolean NOT NULL
);
CREATE TABLE customer_order (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    source text NOT NULL,
    external_number text NOT NULL,
    kind text NOT NULL,
    ordered_at timestamptz NOT NULL,
    ordered_on date NOT NULL,
    store_id bigint NOT NULL,
    staff_id bigint,
    currency text NOT NULL,
    total_minor bigint NOT NULL,
    margin_minor bigint NOT NULL,
    line_count integer NOT NULL,
    supply_days integer,
    supply_product_id bigint,
    returns_order_id bigint,
    content_hash bigint NOT NULL,
    PRIMARY KEY (customer_id, id)
);
CREATE INDEX customer_order_by_day ON customer_order (ordered_on, customer_id);
CREATE TABLE order_line (
    customer_id bigint NOT NULL,
    order_id bigint NOT NULL,
    line integer NOT NULL,
    product_id bigint NOT NULL,
    quantity_milli bigint NOT NULL,
    unit_price_minor bigint NOT NULL,
    amount_minor bigint NOT NULL,
    PRIMARY KEY (customer_id, order_id, line)
);
CREATE TABLE order_key (
    source text NOT NULL,
    external_number text NOT NULL,
    customer_id bigint NOT NULL,
    order_id bigint NOT NULL,
    PRIMARY KEY (source, external_number)
);
CREATE TABLE order_summary (
    customer_id bigint PRIMARY KEY,
    orders integer NOT NULL,
    returns integer NOT NULL,
    total_minor bigint NOT NULL,
    margin_minor bigint NOT NULL,
    currency text,
    first_order_on date,
    last_order_on date,
    last_order_id bigint,
    median_days integer,
    next_purchase_on date,
    next_purchase_basis text,
    silent_on date
);
CREATE INDEX order_summary_next_purchase ON order_summary (next_purchase_on, customer_id);
CREATE INDEX order_summary_silent ON order_summary (silent_on, customer_id);
CREATE INDEX order_summary_last_order ON order_summary (last_order_on, customer_id);
CREATE INDEX order_summary_first_order ON order_summary (first_order_on, customer_id);
CREATE INDEX order_summary_total ON order_summary (total_minor, customer_id);

CREATE TABLE complaint (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    state text NOT NULL,
    channel text NOT NULL,
    words text NOT NULL,
    opened_at timestamptz NOT NULL,
    opened_by bigint,
    owner_id bigint,
    closed_at timestamptz,
    PRIMARY KEY (customer_id, id)
);
CREATE TABLE complaint_summary (
    customer_id bigint PRIMARY KEY,
    open integer NOT NULL,
    total integer NOT NULL
);

CREATE TABLE plan_setting (
    plan text PRIMARY KEY,
    enabled boolean NOT NULL,
    holdout_percent integer NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by bigint
);
CREATE TABLE follow_up (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    plan text NOT NULL,
    step text NOT NULL,
    occasion text NOT NULL,
    state text NOT NULL,
    state_reason text,
    channel text NOT NULL,
    store_id bigint NOT NULL,
    assignee_id bigint,
    earliest_on date NOT NULL,
    ideal_on date NOT NULL,
    latest_on date NOT NULL,
    due_on date,
    call_back_at timestamptz,
    priority integer NOT NULL,
    value_minor bigint NOT NULL,
    currency text NOT NULL,
    strength bigint NOT NULL,
    reason text NOT NULL,
    day_reason text NOT NULL,
    value_basis text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    planned_on date NOT NULL,
    closed_at timestamptz,
    closed_on date,
    closed_by bigint,
    outcome text,
    PRIMARY KEY (customer_id, id)
);
CREATE UNIQUE INDEX follow_up_once ON follow_up (customer_id, plan, step, occasion);
CREATE INDEX follow_up_worklist ON follow_up (assignee_id, due_on, strength) WHERE state = 'planned';
CREATE INDEX follow_up_store ON follow_up (store_id, due_on, strength) WHERE state = 'planned';
CREATE INDEX follow_up_expiring ON follow_up (latest_on) WHERE state IN ('planned', 'not-placed');
CREATE INDEX follow_up_waiting ON follow_up (assignee_id, strength, latest_on) WHERE state = 'not-placed' AND state_reason = 'capacity';
CREATE TABLE interaction (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    follow_up_id bigint,
    at timestamptz NOT NULL,
    day date NOT NULL,
    channel text NOT NULL,
    staff_id bigint,
    outcome text NOT NULL,
    mood text,
    note text,
    PRIMARY KEY (customer_id, id)
);
CREATE INDEX interaction_by_day ON interaction (day, staff_id, outcome);
CREATE TABLE contact_summary (
    customer_id bigint PRIMARY KEY,
    contacts integer NOT NULL,
    last_contact_on date,
    last_outcome text,
    last_mood text
);
CREATE TABLE planning_due (customer_id bigint PRIMARY KEY, since timestamptz NOT NULL);
CREATE TABLE planning_run (
    id bigint PRIMARY KEY,
    planned_for date NOT NULL,
    horizon_end date NOT NULL,
    plans text NOT NULL,
    finished_at timestamptz NOT NULL,
    report text NOT NULL
);
