-- Days are whole days since 1970-01-01, instants milliseconds since then, money minor units, quantities thousandths.

CREATE TABLE id_block (name TEXT PRIMARY KEY, next_id INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE lease (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE idempotency_key (key TEXT PRIMARY KEY, created_at INTEGER NOT NULL, result TEXT) WITHOUT ROWID;
CREATE INDEX idempotency_key_created ON idempotency_key (created_at);
CREATE TABLE data_protection_key (id INTEGER PRIMARY KEY, name TEXT NOT NULL, xml TEXT NOT NULL);

CREATE TABLE store (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    city TEXT,
    time_zone TEXT NOT NULL,
    currency TEXT NOT NULL,
    closed_weekdays INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE store_closed_day (
    store_id INTEGER NOT NULL REFERENCES store (id),
    day INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (store_id, day)
) WITHOUT ROWID;
CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sign_in_name TEXT UNIQUE,
    password_hash TEXT,
    security_stamp TEXT NOT NULL,
    role TEXT NOT NULL,
    store_id INTEGER REFERENCES store (id),
    working_weekdays INTEGER NOT NULL,
    daily_capacity INTEGER NOT NULL,
    language TEXT NOT NULL,
    active INTEGER NOT NULL
);
CREATE TABLE import_run (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    file_name TEXT NOT NULL,
    state TEXT NOT NULL,
    staff_id INTEGER,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    report TEXT
);

CREATE TABLE customer (
    customer_id INTEGER PRIMARY KEY,
    external_source TEXT,
    external_number TEXT,
    name TEXT NOT NULL,
    salutation TEXT,
    gender TEXT,
    phone TEXT,
    email TEXT,
    language TEXT,
    source TEXT,
    tier TEXT,
    store_id INTEGER,
    owner_id INTEGER,
    preferred_weekdays INTEGER NOT NULL DEFAULT 0,
    do_not_contact INTEGER NOT NULL DEFAULT 0,
    do_not_contact_reason TEXT,
    do_not_contact_on INTEGER,
    phone_wrong INTEGER NOT NULL DEFAULT 0,
    phone_refused INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
);
CREATE INDEX customer_by_store ON customer (store_id, customer_id);
CREATE INDEX customer_by_owner ON customer (owner_id, customer_id);
CREATE TABLE customer_key (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    customer_id INTEGER NOT NULL,
    PRIMARY KEY (kind, value)
) WITHOUT ROWID;
CREATE TABLE special_date (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    calendar TEXT NOT NULL,
    month INTEGER NOT NULL,
    day INTEGER NOT NULL,
    leap_month INTEGER NOT NULL,
    year INTEGER,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE customer_find USING fts5(grams, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^$@'");

CREATE TABLE product (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    category TEXT,
    price_minor INTEGER,
    cost_minor INTEGER,
    repurchase_days INTEGER,
    sessions INTEGER,
    session_interval_days INTEGER,
    active INTEGER NOT NULL
);
CREATE TABLE customer_order (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    source TEXT NOT NULL,
    external_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    ordered_at INTEGER NOT NULL,
    ordered_on INTEGER NOT NULL,
    store_id INTEGER NOT NULL,
    staff_id INTEGER,
    currency TEXT NOT NULL,
    total_minor INTEGER NOT NULL,
    margin_minor INTEGER NOT NULL,
    line_count INTEGER NOT NULL,
    supply_days INTEGER,
    supply_product_id INTEGER,
    returns_order_id INTEGER,
    content_hash INTEGER NOT NULL,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE INDEX customer_order_by_day ON customer_order (ordered_on, customer_id);
CREATE TABLE order_line (
    customer_id INTEGER NOT NULL,
    order_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    product_id INTEGER NOT NULL,
    quantity_milli INTEGER NOT NULL,
    unit_price_minor INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (customer_id, order_id, line)
) WITHOUT ROWID;
CREATE TABLE order_key (
    source TEXT NOT NULL,
    external_number TEXT NOT NULL,
    customer_id INTEGER NOT NULL,
    order_id INTEGER NOT NULL,
    PRIMARY KEY (source, external_number)
) WITHOUT ROWID;
CREATE TABLE order_summary (
    customer_id INTEGER PRIMARY KEY,
    orders INTEGER NOT NULL,
    returns INTEGER NOT NULL,
    total_minor INTEGER NOT NULL,
    margin_minor INTEGER NOT NULL,
    currency TEXT,
    first_order_on INTEGER,
    last_order_on INTEGER,
    last_order_id INTEGER,
    median_days INTEGER,
    next_purchase_on INTEGER,
    next_purchase_basis TEXT,
    silent_on INTEGER
);
CREATE INDEX order_summary_next_purchase ON order_summary (next_purchase_on, customer_id);
CREATE INDEX order_summary_silent ON order_summary (silent_on, customer_id);
CREATE INDEX order_summary_last_order ON order_summary (last_order_on, customer_id);
CREATE INDEX order_summary_first_order ON order_summary (first_order_on, customer_id);
CREATE INDEX order_summary_total ON order_summary (total_minor, customer_id);

CREATE TABLE complaint (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    state TEXT NOT NULL,
    channel TEXT NOT NULL,
    words TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    opened_by INTEGER,
    owner_id INTEGER,
    closed_at INTEGER,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE TABLE complaint_summary (
    customer_id INTEGER PRIMARY KEY,
    open INTEGER NOT NULL,
    total INTEGER NOT NULL
);

CREATE TABLE plan_setting (
    plan TEXT PRIMARY KEY,
    enabled INTEGER NOT NULL,
    holdout_percent INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by INTEGER
) WITHOUT ROWID;
CREATE TABLE follow_up (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan TEXT NOT NULL,
    step TEXT NOT NULL,
    occasion TEXT NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT,
    channel TEXT NOT NULL,
    store_id INTEGER NOT NULL,
    assignee_id INTEGER,
    earliest_on INTEGER NOT NULL,
    ideal_on INTEGER NOT NULL,
    latest_on INTEGER NOT NULL,
    due_on INTEGER,
    call_back_at INTEGER,
    priority INTEGER NOT NULL,
    value_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    strength INTEGER NOT NULL,
    reason TEXT NOT NULL,
    day_reason TEXT NOT NULL,
    value_basis TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    planned_on INTEGER NOT NULL,
    closed_at INTEGER,
    closed_on INTEGER,
    closed_by INTEGER,
    outcome TEXT,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX follow_up_once ON follow_up (customer_id, plan, step, occasion);
CREATE INDEX follow_up_worklist ON follow_up (assignee_id, due_on, strength) WHERE state = 'planned';
CREATE INDEX follow_up_store ON follow_up (store_id, due_on, strength) WHERE state = 'planned';
CREATE INDEX follow_up_expiring ON follow_up (latest_on) WHERE state IN ('planned', 'not-placed');
CREATE INDEX follow_up_waiting ON follow_up (assignee_id, strength, latest_on) WHERE state = 'not-placed' AND state_reason = 'capacity';
CREATE TABLE interaction (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    follow_up_id INTEGER,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    channel TEXT NOT NULL,
    staff_id INTEGER,
    outcome TEXT NOT NULL,
    mood TEXT,
    note TEXT,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE INDEX interaction_by_day ON interaction (day, staff_id, outcome);
CREATE TABLE contact_summary (
    customer_id INTEGER PRIMARY KEY,
    contacts INTEGER NOT NULL,
    last_contact_on INTEGER,
    last_outcome TEXT,
    last_mood TEXT
);
CREATE TABLE planning_due (customer_id INTEGER PRIMARY KEY, since INTEGER NOT NULL);
CREATE TABLE planning_run (
    id INTEGER PRIMARY KEY,
    planned_for INTEGER NOT NULL,
    horizon_end INTEGER NOT NULL,
    plans TEXT NOT NULL,
    finished_at INTEGER NOT NULL,
    report TEXT NOT NULL
);
