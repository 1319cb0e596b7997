-- When the centre is open, by the clock on its wall. A day without a row is closed.
CREATE TABLE opening_week (
    centre       TEXT    NOT NULL,
    day          TEXT    NOT NULL CHECK (day IN
                   ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    from_minute  INTEGER NOT NULL,
    until_minute INTEGER NOT NULL,
    PRIMARY KEY (centre, day, from_minute),
    CHECK (0 <= from_minute AND from_minute < until_minute AND until_minute <= 1440)
) WITHOUT ROWID;

-- Days that do not follow the week; closed if they have no hours. The label is the staff's, never about a visitor.
CREATE TABLE special_days (
    centre    TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL,
    label     TEXT NOT NULL,
    PRIMARY KEY (centre, first_day, last_day),
    CHECK (first_day <= last_day)
) WITHOUT ROWID;

CREATE TABLE special_hours (
    centre       TEXT    NOT NULL,
    first_day    TEXT    NOT NULL,
    last_day     TEXT    NOT NULL,
    from_minute  INTEGER NOT NULL,
    until_minute INTEGER NOT NULL,
    PRIMARY KEY (centre, first_day, last_day, from_minute),
    FOREIGN KEY (centre, first_day, last_day) REFERENCES special_days (centre, first_day, last_day) ON DELETE CASCADE,
    CHECK (0 <= from_minute AND from_minute < until_minute AND until_minute <= 1440)
) WITHOUT ROWID;

-- What the centre has decided about time on its stations; the one row of it stands from the first start on.
CREATE TABLE booking_policy (
    centre                 TEXT    NOT NULL PRIMARY KEY,
    slot_minutes           INTEGER NOT NULL,
    step_minutes           INTEGER NOT NULL,
    days_ahead             INTEGER NOT NULL,
    waited_for_minutes     INTEGER NOT NULL,
    held_for_queue_minutes INTEGER NOT NULL,
    extension_minutes      INTEGER NOT NULL
) WITHOUT ROWID;

-- What a station is there for, and what it can offer to who needs it: traits with commas between.
ALTER TABLE station ADD COLUMN role TEXT NOT NULL DEFAULT 'VISITS' CHECK (role IN ('VISITS', 'RECEPTION'));
ALTER TABLE station ADD COLUMN traits TEXT NOT NULL DEFAULT '';
