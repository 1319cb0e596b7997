-- Calls for a mediator: who waits is known by the ticket of the session alone. Seconds since the epoch.
CREATE TABLE help_request (
    centre   TEXT    NOT NULL,
    id       TEXT    NOT NULL,
    session  TEXT    NOT NULL,
    station  TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    state    TEXT    NOT NULL CHECK (state IN ('WAITING', 'TAKEN', 'DONE', 'CANCELLED', 'GONE')),
    asked_at INTEGER NOT NULL,
    PRIMARY KEY (centre, id)
);
CREATE INDEX help_request_open ON help_request (centre, asked_at) WHERE state IN ('WAITING', 'TAKEN');
CREATE INDEX help_request_by_session ON help_request (centre, session);
