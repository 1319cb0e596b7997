-- What a receipt says of the one before it; null for the first, and for those of older programs.
ALTER TABLE wipe_receipt ADD COLUMN previous_seal TEXT;
