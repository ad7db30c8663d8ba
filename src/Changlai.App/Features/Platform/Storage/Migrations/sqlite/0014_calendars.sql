-- Opening hours in minutes since midnight on ISO weekdays, days on which a store is open though it would be closed, whether it keeps the
-- public holidays, the official arrangement of each year, and who is off when.
ALTER TABLE store ADD COLUMN holidays TEXT NOT NULL DEFAULT 'open' CHECK (holidays IN ('open', 'official'));
CREATE TABLE store_hours (
    store_id INTEGER NOT NULL REFERENCES store (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    opens INTEGER NOT NULL,
    closes INTEGER NOT NULL,
    PRIMARY KEY (store_id, weekday, opens),
    CHECK (opens >= 0 AND opens < closes AND closes <= 1440)
) WITHOUT ROWID;
CREATE TABLE store_open_day (
    store_id INTEGER NOT NULL REFERENCES store (id),
    day INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (store_id, day)
) WITHOUT ROWID;
-- A year stands here once its arrangement is known; what somebody then changed is not brought again.
CREATE TABLE public_holiday_year (year INTEGER PRIMARY KEY, source TEXT NOT NULL);
CREATE TABLE public_holiday (
    day INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'working')),
    name TEXT NOT NULL
);
-- A capacity is what somebody can still do on such a day; NULL for nothing at all.
CREATE TABLE staff_day_off (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'illness', 'training', 'other')),
    capacity INTEGER,
    note TEXT,
    CHECK (from_day <= to_day)
);
CREATE INDEX staff_day_off_by_staff ON staff_day_off (staff_id, from_day);
CREATE INDEX staff_day_off_by_day ON staff_day_off (to_day, from_day);
