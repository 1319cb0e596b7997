-- What a station's request was answered with stands with the booking itself, so that one row is written instead of two.
ALTER TABLE booking ADD COLUMN asker TEXT;
ALTER TABLE booking ADD COLUMN request TEXT;
UPDATE booking SET (asker, request) =
  (SELECT station, request FROM booking_request
   WHERE booking_request.centre = booking.centre AND booking_request.booking = booking.id);
CREATE UNIQUE INDEX booking_by_request ON booking (centre, asker, request);
DROP TABLE booking_request;
