-- Groups that take several stations at once. Nothing here says who takes part.
CREATE TABLE workshop (
    centre TEXT    NOT NULL,
    id     TEXT    NOT NULL,
    title  TEXT    NOT NULL,
    level  TEXT    NOT NULL CHECK (level IN ('DEBUTANT', 'INTERMEDIAIRE', 'AVANCE')),
    theme  TEXT    NOT NULL,
    seats  INTEGER NOT NULL,
    PRIMARY KEY (centre, id)
);

-- HELD: somebody took part.
CREATE TABLE workshop_date (
    centre    TEXT    NOT NULL,
    id        TEXT    NOT NULL,
    workshop  TEXT    NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL,
    state     TEXT    NOT NULL CHECK (state IN ('PLANNED', 'HELD', 'CANCELLED')),
    PRIMARY KEY (centre, id),
    FOREIGN KEY (centre, workshop) REFERENCES workshop (centre, id) ON DELETE CASCADE,
    CHECK (starts_at < ends_at)
);
CREATE INDEX workshop_date_by_workshop ON workshop_date (centre, workshop);
CREATE INDEX workshop_date_by_end ON workshop_date (centre, ends_at);

-- The bookings of a date, one for each station; forgotten when the bookings are.
CREATE TABLE workshop_seat (
    centre        TEXT NOT NULL,
    workshop_date TEXT NOT NULL,
    station       TEXT NOT NULL,
    booking       TEXT NOT NULL,
    PRIMARY KEY (centre, workshop_date, station),
    FOREIGN KEY (centre, workshop_date) REFERENCES workshop_date (centre, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX workshop_seat_by_booking ON workshop_seat (centre, booking);
