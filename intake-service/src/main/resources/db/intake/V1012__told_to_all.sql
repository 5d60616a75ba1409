-- Which words were told to every report of a case, and by which fact: a report that joins that case later gets those
-- that still hold (ADR 0405). Null for what was written or told to one reporter alone.
ALTER TABLE message ADD COLUMN told_case uuid;
ALTER TABLE message ADD COLUMN told_event uuid;
ALTER TABLE message ADD CHECK ((told_case IS NULL) = (told_event IS NULL));
CREATE INDEX message_told_case ON message (told_case) WHERE told_case IS NOT NULL;
