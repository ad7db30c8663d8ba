-- Photos of customers, and how much was known of them week by week (decision 28).

-- The image is base64: journals keep rows as JSON, which takes no bytes.
CREATE TABLE customer_photo (
    customer_id bigint PRIMARY KEY,
    version bigint NOT NULL,
    media_type text NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    content text NOT NULL,
    added_at timestamptz NOT NULL,
    added_by bigint
);

-- Store and owner are 0 for none and for the company.
CREATE TABLE completeness_week (week_of date PRIMARY KEY, taken_on date NOT NULL, basis text NOT NULL);
CREATE TABLE completeness_figure (
    week_of date NOT NULL,
    store_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    cards bigint NOT NULL,
    points bigint NOT NULL,
    PRIMARY KEY (week_of, store_id, owner_id)
);
CREATE TABLE completeness_pass (
    store_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    cards bigint NOT NULL,
    points bigint NOT NULL,
    PRIMARY KEY (store_id, owner_id)
);
