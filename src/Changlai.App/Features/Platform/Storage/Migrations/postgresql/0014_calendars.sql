-- Opening hours in minutes since midnight on ISO weekdays, days on which a store is open though it would be closed, whether it keeps the
-- public holidays, the official arrangement of each year, and who is off when.
ALTER TABLE store ADD COLUMN holidays text NOT NULL DEFAULT 'open' CHECK (holidays IN ('open', 'official'));
CREATE TABLE store_hours (
    store_id bigint NOT NULL REFERENCES store (id),
    weekday integer NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    opens integer NOT NULL,
    closes integer NOT NULL,
    PRIMARY KEY (store_id, weekday, opens),
    CHECK (opens >= 0 AND opens < closes AND closes <= 1440)
);
CREATE TABLE store_open_day (
    store_id bigint NOT NULL REFERENCES store (id),
    day date NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (store_id, day)
);
-- A year stands here once its arrangement is known; what somebody then changed is not brought again.
CREATE TABLE public_holiday_year (year integer PRIMARY KEY, source text NOT NULL);
CREATE TABLE public_holiday (
    day date PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('holiday', 'working')),
    name text NOT NULL
);
-- A capacity is what somebody can still do on such a day; NULL for nothing at all.
CREATE TABLE staff_day_off (
    id bigint PRIMARY KEY,
    staff_id bigint NOT NULL REFERENCES staff (id),
    from_day date NOT NULL,
    to_day date NOT NULL,
    kind text NOT NULL CHECK (kind IN ('holiday', 'illness', 'training', 'other')),
    capacity integer,
    note text,
    CHECK (from_day <= to_day)
);
CREATE INDEX staff_day_off_by_staff ON staff_day_off (staff_id, from_day);
CREATE INDEX staff_day_off_by_day ON staff_day_off (to_day, from_day);
