-- Cards that may be the same customer, what was merged and how to take it back, handovers, needs and relations.

CREATE INDEX customer_key_by_customer ON customer_key (customer_id);

-- What two cards of one person have in common, as numbers: only cards that share one are compared (decision 22).
CREATE TABLE duplicate_key (customer_id bigint NOT NULL, key bigint NOT NULL, PRIMARY KEY (customer_id, key));
CREATE INDEX duplicate_key_by_key ON duplicate_key (key, customer_id);
CREATE TABLE duplicate_common (key bigint PRIMARY KEY);
CREATE TABLE duplicate_due (customer_id bigint PRIMARY KEY, since timestamptz NOT NULL);
CREATE TABLE duplicate_pair (
    low_id bigint NOT NULL,
    high_id bigint NOT NULL,
    score integer NOT NULL,
    evidence text NOT NULL,
    state text NOT NULL,
    store_id bigint,
    found_at timestamptz NOT NULL,
    judged_at timestamptz,
    judged_by bigint,
    PRIMARY KEY (low_id, high_id)
);
CREATE INDEX duplicate_pair_by_high ON duplicate_pair (high_id);
CREATE INDEX duplicate_pair_open ON duplicate_pair (score DESC, low_id, high_id) WHERE state = 'open';
CREATE INDEX duplicate_pair_open_of_store ON duplicate_pair (store_id, score DESC, low_id, high_id) WHERE state = 'open';

CREATE TABLE customer_merge (
    id bigint PRIMARY KEY,
    survivor_id bigint NOT NULL,
    merged_id bigint NOT NULL,
    survivor_name text NOT NULL,
    merged_name text NOT NULL,
    store_id bigint,
    merged_at timestamptz NOT NULL,
    merged_by bigint NOT NULL,
    undone_at timestamptz,
    undone_by bigint
);
CREATE INDEX customer_merge_by_merged ON customer_merge (merged_id);
CREATE INDEX customer_merge_by_survivor ON customer_merge (survivor_id, merged_at);
-- Every row of both customers before and after the merge, as it stood (decision 23).
CREATE TABLE merge_row (
    merge_id bigint NOT NULL,
    phase text NOT NULL,
    table_name text NOT NULL,
    number integer NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (merge_id, phase, table_name, number)
);

CREATE TABLE handover (
    id bigint PRIMARY KEY,
    from_id bigint,
    store_id bigint,
    customers integer NOT NULL,
    follow_ups integer NOT NULL,
    handed_at timestamptz NOT NULL,
    handed_by bigint NOT NULL,
    undone_at timestamptz,
    undone_by bigint
);
CREATE TABLE handover_customer (
    handover_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    from_owner bigint,
    to_owner bigint,
    from_store bigint,
    to_store bigint,
    PRIMARY KEY (handover_id, customer_id)
);

CREATE TABLE customer_need (
    customer_id bigint NOT NULL,
    id bigint NOT NULL,
    words text NOT NULL,
    product_id bigint,
    state text NOT NULL,
    noted_at timestamptz NOT NULL,
    noted_by bigint,
    changed_at timestamptz NOT NULL,
    changed_by bigint,
    answer text,
    met_on date,
    PRIMARY KEY (customer_id, id)
);
CREATE INDEX customer_need_newest ON customer_need (id);
CREATE INDEX customer_need_met ON customer_need (met_on, customer_id) WHERE met_on IS NOT NULL;
CREATE INDEX customer_need_by_state ON customer_need (state, product_id, id);
CREATE TABLE customer_relation (
    customer_id bigint NOT NULL,
    other_id bigint NOT NULL,
    kind text NOT NULL,
    noted_at timestamptz NOT NULL,
    noted_by bigint,
    PRIMARY KEY (customer_id, other_id, kind)
);
