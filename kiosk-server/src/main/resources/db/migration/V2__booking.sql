-- Slots taken on stations. Times are seconds since the epoch. Nothing here says who holds a ticket.
CREATE TABLE booking (
    centre     TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind IN ('BOOKED', 'WALK_IN')),
    state      TEXT    NOT NULL CHECK (state IN ('HELD', 'BEGUN', 'ENDED', 'CANCELLED', 'NOT_SHOWN')),
    station    TEXT    NOT NULL,
    starts_at  INTEGER NOT NULL,
    ends_at    INTEGER NOT NULL,
    pictogram  TEXT    NOT NULL,
    colour     TEXT    NOT NULL,
    proof_salt TEXT    NOT NULL,
    proof_hash TEXT    NOT NULL,
    PRIMARY KEY (centre, id),
    CHECK (starts_at < ends_at)
);
CREATE INDEX booking_by_end ON booking (centre, ends_at);

-- Who owns a quarter hour of a station. This key is what makes a double booking impossible.
CREATE TABLE booking_cell (
    centre       TEXT    NOT NULL,
    station      TEXT    NOT NULL,
    quarter_hour INTEGER NOT NULL,
    booking      TEXT    NOT NULL,
    PRIMARY KEY (centre, station, quarter_hour),
    FOREIGN KEY (centre, booking) REFERENCES booking (centre, id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX booking_cell_by_booking ON booking_cell (centre, booking);

-- Which ticket goes about in a quarter hour, from the start of its visit until two hours after its end.
CREATE TABLE ticket_cell (
    centre       TEXT    NOT NULL,
    pictogram    TEXT    NOT NULL,
    colour       TEXT    NOT NULL,
    quarter_hour INTEGER NOT NULL,
    booking      TEXT    NOT NULL,
    PRIMARY KEY (centre, pictogram, colour, quarter_hour),
    FOREIGN KEY (centre, booking) REFERENCES booking (centre, id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX ticket_cell_by_time ON ticket_cell (centre, quarter_hour);
CREATE INDEX ticket_cell_by_booking ON ticket_cell (centre, booking);

-- What a station's request was answered with, so that a lost answer can be asked for again.
CREATE TABLE booking_request (
    centre  TEXT NOT NULL,
    station TEXT NOT NULL,
    request TEXT NOT NULL,
    booking TEXT NOT NULL,
    PRIMARY KEY (centre, station, request),
    FOREIGN KEY (centre, booking) REFERENCES booking (centre, id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX booking_request_by_booking ON booking_request (centre, booking);

-- Digits tried at a station, never the digits themselves; kept for as long as they count.
CREATE TABLE ticket_try (
    centre   TEXT    NOT NULL,
    id       TEXT    NOT NULL,
    station  TEXT    NOT NULL,
    tried_at INTEGER NOT NULL,
    PRIMARY KEY (centre, id)
) WITHOUT ROWID;
