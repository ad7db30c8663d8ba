-- What segments ask of own fields, devices and products, found without reading everybody (decision 27).

-- A value has one column set, so it stands in one of these.
CREATE INDEX customer_field_value_number ON customer_field_value (field_id, number_milli, customer_id) WHERE number_milli IS NOT NULL;
CREATE INDEX customer_field_value_day ON customer_field_value (field_id, day_value, customer_id) WHERE day_value IS NOT NULL;
CREATE INDEX customer_field_value_choice ON customer_field_value (field_id, choice_id, customer_id) WHERE choice_id IS NOT NULL;
CREATE INDEX customer_field_value_yes ON customer_field_value (field_id, yes, customer_id) WHERE yes IS NOT NULL;

CREATE INDEX asset_warranty ON asset (warranty_until, customer_id) WHERE warranty_until IS NOT NULL;
CREATE INDEX asset_life ON asset (life_ends_on, customer_id) WHERE life_ends_on IS NOT NULL;

-- Who has ever bought what: one row for each, worked out after the orders were recorded.
CREATE TABLE bought_product (customer_id INTEGER NOT NULL, product_id INTEGER NOT NULL, PRIMARY KEY (customer_id, product_id)) WITHOUT ROWID;
CREATE INDEX bought_product_by_product ON bought_product (product_id, customer_id);
-- Whose rows above are still to be worked out; until then their order lines count.
CREATE TABLE bought_due (customer_id INTEGER PRIMARY KEY);
INSERT INTO bought_due SELECT customer_id FROM order_summary;

ALTER TABLE product_recalculation ADD COLUMN tells_all INTEGER NOT NULL DEFAULT 0;
