-- Mails about the house itself, no case's: that a service put records aside (S14). One per fact and person.
CREATE TABLE house_notice (
    id         uuid PRIMARY KEY,     -- made of the event and the person
    fact       bytea NOT NULL,       -- the event, byte by byte; ids, codes and dates
    staff      text NOT NULL,
    message_id text NOT NULL UNIQUE,
    next_try   timestamptz NOT NULL,
    attempts   int NOT NULL DEFAULT 0,
    settled_at timestamptz,
    outcome    text CHECK (outcome IN ('accepted', 'refused')),
    CHECK ((settled_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX house_notice_waiting ON house_notice (next_try) WHERE settled_at IS NULL;
