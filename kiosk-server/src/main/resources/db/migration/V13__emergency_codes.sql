-- The printed codes that open a station while the server is away. No code is kept here, hashed or not.
-- said_sheet: the sheet that the station says it knows.
ALTER TABLE station ADD COLUMN said_sheet TEXT;

-- The sheet that was printed last for a station.
CREATE TABLE emergency_sheet (
    centre_id  TEXT    NOT NULL,
    station_id TEXT    NOT NULL,
    sheet_id   TEXT    NOT NULL,
    codes      INTEGER NOT NULL,
    made_at_ms INTEGER NOT NULL,
    PRIMARY KEY (centre_id, station_id),
    UNIQUE (centre_id, sheet_id)
) WITHOUT ROWID;

-- The codes of it that have opened a visit: which, and on which day.
CREATE TABLE emergency_use (
    centre_id TEXT    NOT NULL,
    sheet_id  TEXT    NOT NULL,
    number    INTEGER NOT NULL,
    used_on   TEXT    NOT NULL,
    PRIMARY KEY (centre_id, sheet_id, number),
    FOREIGN KEY (centre_id, sheet_id) REFERENCES emergency_sheet (centre_id, sheet_id) ON DELETE CASCADE
) WITHOUT ROWID;
