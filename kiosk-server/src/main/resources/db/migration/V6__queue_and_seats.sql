-- Bookings that wait in the queue, seats of workshops, what a visitor needs; digits are sealed with a key
-- that lies beside the database, so what recognised them before is of no use any more.
CREATE TABLE booking_next (
    centre      TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('BOOKED', 'WALK_IN', 'QUEUED', 'WORKSHOP')),
    state       TEXT    NOT NULL CHECK (state IN
                  ('WAITING', 'HELD', 'BEGUN', 'ENDED', 'CANCELLED', 'CALLED_OFF', 'NOT_SHOWN')),
    station     TEXT    NOT NULL,
    starts_at   INTEGER NOT NULL,
    ends_at     INTEGER NOT NULL,
    pictogram   TEXT    NOT NULL,
    colour      TEXT    NOT NULL,
    digits_salt TEXT    NOT NULL,
    digits_seal TEXT    NOT NULL,
    -- Traits with commas between; empty once it is over.
    needs       TEXT    NOT NULL DEFAULT '',
    -- When it joined the queue, and how long its visit will last: kept while it is called.
    queued_at   INTEGER,
    queued_for  INTEGER,
    PRIMARY KEY (centre, id),
    CHECK (starts_at < ends_at)
);
INSERT INTO booking_next
  SELECT centre, id, kind, state, station, starts_at, ends_at, pictogram, colour, proof_salt, proof_hash, '', NULL, NULL
  FROM booking;

CREATE TABLE booking_cell_next (
    centre       TEXT    NOT NULL,
    station      TEXT    NOT NULL,
    quarter_hour INTEGER NOT NULL,
    booking      TEXT    NOT NULL,
    PRIMARY KEY (centre, station, quarter_hour),
    FOREIGN KEY (centre, booking) REFERENCES booking_next (centre, id) ON DELETE CASCADE
) WITHOUT ROWID;
INSERT INTO booking_cell_next SELECT * FROM booking_cell;

-- Which ticket goes about in an hour, from the one its visit starts in until two hours after its end.
CREATE TABLE ticket_hour (
    centre    TEXT    NOT NULL,
    pictogram TEXT    NOT NULL,
    colour    TEXT    NOT NULL,
    hour      INTEGER NOT NULL,
    booking   TEXT    NOT NULL,
    PRIMARY KEY (centre, pictogram, colour, hour),
    FOREIGN KEY (centre, booking) REFERENCES booking_next (centre, id) ON DELETE CASCADE
) WITHOUT ROWID;
INSERT OR IGNORE INTO ticket_hour
  SELECT centre, pictogram, colour, quarter_hour / 4, booking FROM ticket_cell;

CREATE TABLE booking_request_next (
    centre  TEXT NOT NULL,
    station TEXT NOT NULL,
    request TEXT NOT NULL,
    booking TEXT NOT NULL,
    PRIMARY KEY (centre, station, request),
    FOREIGN KEY (centre, booking) REFERENCES booking_next (centre, id) ON DELETE CASCADE
) WITHOUT ROWID;
INSERT INTO booking_request_next SELECT * FROM booking_request;

DROP TABLE booking_request;
DROP TABLE ticket_cell;
DROP TABLE booking_cell;
DROP TABLE booking;
ALTER TABLE booking_next RENAME TO booking;
ALTER TABLE booking_cell_next RENAME TO booking_cell;
ALTER TABLE booking_request_next RENAME TO booking_request;

CREATE INDEX booking_by_end ON booking (centre, ends_at);
CREATE INDEX booking_open_by_ticket ON booking (centre, pictogram, colour)
  WHERE state IN ('WAITING', 'HELD', 'BEGUN');
CREATE INDEX booking_waiting ON booking (centre, queued_at) WHERE state = 'WAITING';
CREATE INDEX booking_cell_by_booking ON booking_cell (centre, booking);
CREATE INDEX booking_cell_by_time ON booking_cell (centre, quarter_hour);
CREATE INDEX ticket_hour_by_booking ON ticket_hour (centre, booking);
CREATE INDEX booking_request_by_booking ON booking_request (centre, booking);

-- Sessions of the queue and of workshops.
CREATE TABLE session_next (
    centre     TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    station    TEXT    NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('GRANTED', 'RUNNING', 'ENDED', 'NOT_OPENED')),
    kind       TEXT    CHECK (kind IN ('BOOKED', 'WALK_IN', 'QUEUED', 'WORKSHOP')),
    booking    TEXT,
    unlock     TEXT    NOT NULL,
    wipe_order TEXT    NOT NULL,
    granted_at INTEGER NOT NULL,
    started_at INTEGER,
    ended_at   INTEGER,
    wiped_at   INTEGER,
    PRIMARY KEY (centre, id)
);
INSERT INTO session_next SELECT * FROM session;
DROP TABLE session;
ALTER TABLE session_next RENAME TO session;
CREATE UNIQUE INDEX session_open_booking ON session (centre, booking) WHERE booking IS NOT NULL;
CREATE INDEX session_open ON session (centre, station) WHERE state IN ('GRANTED', 'RUNNING');
CREATE INDEX session_by_grant ON session (centre, granted_at);
