-- One use of one station: where, from when, until when; purged early. Times are seconds since the epoch.
-- The booking is named only while the session is open.
CREATE TABLE session (
    centre     TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    station    TEXT    NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('GRANTED', 'RUNNING', 'ENDED', 'NOT_OPENED')),
    kind       TEXT    CHECK (kind IN ('BOOKED', 'WALK_IN')),
    booking    TEXT,
    unlock     TEXT    NOT NULL,
    wipe_order TEXT    NOT NULL,
    granted_at INTEGER NOT NULL,
    started_at INTEGER,
    ended_at   INTEGER,
    wiped_at   INTEGER,
    PRIMARY KEY (centre, id)
);
-- A booking has one open session at most.
CREATE UNIQUE INDEX session_open_booking ON session (centre, booking) WHERE booking IS NOT NULL;
CREATE INDEX session_open ON session (centre, station) WHERE state IN ('GRANTED', 'RUNNING');
CREATE INDEX session_by_grant ON session (centre, granted_at);

-- What stations were told, and what they said became of it.
CREATE TABLE sent_command (
    centre     TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    station    TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    session    TEXT,
    by_seconds INTEGER,
    sent_at    INTEGER NOT NULL,
    outcome    TEXT,
    PRIMARY KEY (centre, id)
) WITHOUT ROWID;
CREATE INDEX sent_command_by_time ON sent_command (centre, sent_at);
