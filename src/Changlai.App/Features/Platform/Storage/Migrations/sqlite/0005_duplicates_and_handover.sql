-- Cards that may be the same customer, what was merged and how to take it back, handovers, needs and relations.

CREATE INDEX customer_key_by_customer ON customer_key (customer_id);

-- What two cards of one person have in common, as numbers: only cards that share one are compared (decision 22).
CREATE TABLE duplicate_key (customer_id INTEGER NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (customer_id, key)) WITHOUT ROWID;
CREATE INDEX duplicate_key_by_key ON duplicate_key (key, customer_id);
CREATE TABLE duplicate_common (key INTEGER PRIMARY KEY);
CREATE TABLE duplicate_due (customer_id INTEGER PRIMARY KEY, since INTEGER NOT NULL);
CREATE TABLE duplicate_pair (
    low_id INTEGER NOT NULL,
    high_id INTEGER NOT NULL,
    score INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    state TEXT NOT NULL,
    store_id INTEGER,
    found_at INTEGER NOT NULL,
    judged_at INTEGER,
    judged_by INTEGER,
    PRIMARY KEY (low_id, high_id)
) WITHOUT ROWID;
CREATE INDEX duplicate_pair_by_high ON duplicate_pair (high_id);
CREATE INDEX duplicate_pair_open ON duplicate_pair (score DESC, low_id, high_id) WHERE state = 'open';
CREATE INDEX duplicate_pair_open_of_store ON duplicate_pair (store_id, score DESC, low_id, high_id) WHERE state = 'open';

CREATE TABLE customer_merge (
    id INTEGER PRIMARY KEY,
    survivor_id INTEGER NOT NULL,
    merged_id INTEGER NOT NULL,
    survivor_name TEXT NOT NULL,
    merged_name TEXT NOT NULL,
    store_id INTEGER,
    merged_at INTEGER NOT NULL,
    merged_by INTEGER NOT NULL,
    undone_at INTEGER,
    undone_by INTEGER
);
CREATE INDEX customer_merge_by_merged ON customer_merge (merged_id);
CREATE INDEX customer_merge_by_survivor ON customer_merge (survivor_id, merged_at);
-- Every row of both customers before and after the merge, as it stood (decision 23).
CREATE TABLE merge_row (
    merge_id INTEGER NOT NULL,
    phase TEXT NOT NULL,
    table_name TEXT NOT NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (merge_id, phase, table_name, number)
) WITHOUT ROWID;

CREATE TABLE handover (
    id INTEGER PRIMARY KEY,
    from_id INTEGER,
    store_id INTEGER,
    customers INTEGER NOT NULL,
    follow_ups INTEGER NOT NULL,
    handed_at INTEGER NOT NULL,
    handed_by INTEGER NOT NULL,
    undone_at INTEGER,
    undone_by INTEGER
);
CREATE TABLE handover_customer (
    handover_id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    from_owner INTEGER,
    to_owner INTEGER,
    from_store INTEGER,
    to_store INTEGER,
    PRIMARY KEY (handover_id, customer_id)
) WITHOUT ROWID;

CREATE TABLE customer_need (
    customer_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    words TEXT NOT NULL,
    product_id INTEGER,
    state TEXT NOT NULL,
    noted_at INTEGER NOT NULL,
    noted_by INTEGER,
    changed_at INTEGER NOT NULL,
    changed_by INTEGER,
    answer TEXT,
    met_on INTEGER,
    PRIMARY KEY (customer_id, id)
) WITHOUT ROWID;
CREATE INDEX customer_need_newest ON customer_need (id);
CREATE INDEX customer_need_met ON customer_need (met_on, customer_id) WHERE met_on IS NOT NULL;
CREATE INDEX customer_need_by_state ON customer_need (state, product_id, id);
CREATE TABLE customer_relation (
    customer_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    noted_at INTEGER NOT NULL,
    noted_by INTEGER,
    PRIMARY KEY (customer_id, other_id, kind)
) WITHOUT ROWID;
