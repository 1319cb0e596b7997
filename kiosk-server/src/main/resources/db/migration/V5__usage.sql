-- The counts of each of the centre's days. Days are written like 2026-11-02.
CREATE TABLE usage_count (
    centre  TEXT    NOT NULL,
    day     TEXT    NOT NULL,
    counter TEXT    NOT NULL,
    amount  INTEGER NOT NULL,
    PRIMARY KEY (centre, day, counter)
) WITHOUT ROWID;

CREATE TABLE usage_guide (
    centre TEXT    NOT NULL,
    day    TEXT    NOT NULL,
    guide  TEXT    NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (centre, day, guide)
) WITHOUT ROWID;

-- What was counted already, so that nothing is counted twice.
CREATE TABLE usage_occurrence (
    centre TEXT NOT NULL,
    id     TEXT NOT NULL,
    day    TEXT NOT NULL,
    PRIMARY KEY (centre, id)
) WITHOUT ROWID;
CREATE INDEX usage_occurrence_by_day ON usage_occurrence (centre, day);
