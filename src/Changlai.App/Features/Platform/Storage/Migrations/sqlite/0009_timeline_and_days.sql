-- A timeline reads a customer's contacts from a moment on, and asks of a closed follow-up whether a contact of that moment tells of it:
-- with all that is asked for in the index, SQLite does not look through the customer's contacts for each.
CREATE INDEX interaction_by_time ON interaction (customer_id, at, id, follow_up_id);

-- The list of every store begins with the strongest of each day.
CREATE INDEX follow_up_due ON follow_up (due_on, strength DESC, customer_id, id) WHERE state = 'planned';
