-- What was still there after a wipe that failed, by kind; none of older programs.
CREATE TABLE wipe_receipt_left (
  centre_id TEXT    NOT NULL,
  report_id TEXT    NOT NULL,
  item      TEXT    NOT NULL,
  remaining INTEGER NOT NULL,
  PRIMARY KEY (centre_id, report_id, item),
  FOREIGN KEY (centre_id, report_id) REFERENCES wipe_receipt (centre_id, report_id)
) STRICT;
