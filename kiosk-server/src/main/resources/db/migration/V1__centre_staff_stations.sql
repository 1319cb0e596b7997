-- Instants are milliseconds since 1970 in UTC; durations carry their unit in the name.

CREATE TABLE centre (
  centre_id     TEXT    NOT NULL PRIMARY KEY,
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE staff_account (
  centre_id     TEXT    NOT NULL REFERENCES centre (centre_id),
  staff_id      TEXT    NOT NULL,
  name          TEXT    NOT NULL,
  role          TEXT    NOT NULL CHECK (role IN ('MEDIATOR', 'ADMIN')),
  password_hash TEXT    NOT NULL,
  created_at_ms INTEGER NOT NULL,
  closed_at_ms  INTEGER,
  PRIMARY KEY (centre_id, staff_id)
) STRICT;

CREATE UNIQUE INDEX staff_account_by_name ON staff_account (centre_id, name);

CREATE TABLE staff_session (
  centre_id     TEXT    NOT NULL,
  token_hash    TEXT    NOT NULL,
  staff_id      TEXT    NOT NULL,
  csrf_token    TEXT    NOT NULL,
  expires_at_ms INTEGER NOT NULL,
  PRIMARY KEY (centre_id, token_hash),
  FOREIGN KEY (centre_id, staff_id) REFERENCES staff_account (centre_id, staff_id)
) STRICT;

CREATE TABLE setup_code (
  centre_id     TEXT    NOT NULL PRIMARY KEY REFERENCES centre (centre_id),
  code_hash     TEXT    NOT NULL,
  expires_at_ms INTEGER NOT NULL,
  used_at_ms    INTEGER
) STRICT;

-- What staff did, to whom it may concern later. Rows are only ever added.
CREATE TABLE audit_log (
  centre_id    TEXT    NOT NULL REFERENCES centre (centre_id),
  entry_number INTEGER NOT NULL,
  at_ms        INTEGER NOT NULL,
  staff_id     TEXT,
  action       TEXT    NOT NULL,
  subject      TEXT,
  PRIMARY KEY (centre_id, entry_number)
) STRICT;

CREATE TRIGGER audit_log_is_never_changed BEFORE UPDATE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TRIGGER audit_log_is_never_shortened BEFORE DELETE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;

-- last_use and last_receipt are drawn from event_count, which runs up with every event of the
-- station that matters: a receipt is newer than a session if its number is higher. Clocks lie.
CREATE TABLE station (
  centre_id                TEXT    NOT NULL REFERENCES centre (centre_id),
  station_id               TEXT    NOT NULL,
  name                     TEXT    NOT NULL,
  secret_hash              TEXT    NOT NULL,
  enrolled_at_ms           INTEGER NOT NULL,
  state                    TEXT,
  session_id               TEXT,
  remaining_ms             INTEGER,
  said_at_ms               INTEGER,
  out_of_service           TEXT,
  nobody_proven            INTEGER NOT NULL DEFAULT 0 CHECK (nobody_proven IN (0, 1)),
  event_count              INTEGER NOT NULL DEFAULT 0,
  last_use                 INTEGER NOT NULL DEFAULT 0,
  last_used_by             TEXT,
  last_receipt             INTEGER NOT NULL DEFAULT 0,
  last_receipt_number      INTEGER NOT NULL DEFAULT 0,
  last_receipt_residue     INTEGER NOT NULL DEFAULT 0,
  last_receipt_at_ms       INTEGER,
  PRIMARY KEY (centre_id, station_id)
) STRICT;

CREATE UNIQUE INDEX station_by_name ON station (centre_id, name);
CREATE UNIQUE INDEX station_by_secret ON station (centre_id, secret_hash);

CREATE TABLE enrolment_code (
  centre_id     TEXT    NOT NULL REFERENCES centre (centre_id),
  secret_hash   TEXT    NOT NULL,
  station_name  TEXT    NOT NULL,
  expires_at_ms INTEGER NOT NULL,
  used_at_ms    INTEGER,
  PRIMARY KEY (centre_id, secret_hash)
) STRICT;

CREATE TABLE wipe_receipt (
  centre_id       TEXT    NOT NULL,
  report_id       TEXT    NOT NULL,
  station_id      TEXT    NOT NULL,
  receipt_number  INTEGER NOT NULL,
  wipe_order_id   TEXT    NOT NULL,
  session_id      TEXT,
  residue         INTEGER NOT NULL,
  program_version TEXT    NOT NULL,
  finished_at_ms  INTEGER NOT NULL,
  received_at_ms  INTEGER NOT NULL,
  PRIMARY KEY (centre_id, report_id),
  FOREIGN KEY (centre_id, station_id) REFERENCES station (centre_id, station_id)
) STRICT;

CREATE INDEX wipe_receipt_by_station ON wipe_receipt (centre_id, station_id, received_at_ms);
CREATE INDEX wipe_receipt_by_session ON wipe_receipt (centre_id, session_id);

CREATE TABLE wipe_receipt_item (
  centre_id TEXT    NOT NULL,
  report_id TEXT    NOT NULL,
  item      TEXT    NOT NULL,
  found     INTEGER NOT NULL,
  PRIMARY KEY (centre_id, report_id, item),
  FOREIGN KEY (centre_id, report_id) REFERENCES wipe_receipt (centre_id, report_id)
) STRICT;

CREATE TABLE wipe_receipt_phase (
  centre_id TEXT    NOT NULL,
  report_id TEXT    NOT NULL,
  phase     TEXT    NOT NULL,
  took_ms   INTEGER NOT NULL,
  PRIMARY KEY (centre_id, report_id, phase),
  FOREIGN KEY (centre_id, report_id) REFERENCES wipe_receipt (centre_id, report_id)
) STRICT;

-- Every report of a station that was taken, so that a resent one is taken once.
CREATE TABLE station_report (
  centre_id  TEXT    NOT NULL,
  report_id  TEXT    NOT NULL,
  station_id TEXT    NOT NULL,
  taken_at_ms INTEGER NOT NULL,
  PRIMARY KEY (centre_id, report_id),
  FOREIGN KEY (centre_id, station_id) REFERENCES station (centre_id, station_id)
) STRICT;
