-- When those who watch over the house were told of a record that was put aside.
ALTER TABLE parked_record ADD COLUMN told_at timestamptz;
CREATE INDEX parked_told ON parked_record (cause, told_at);
