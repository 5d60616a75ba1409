-- What this service said. A row per key exists to be locked: whoever appends for a key holds its row until commit,
-- so positions of one key are handed out in commit order and never overtake each other.
CREATE TABLE ledger_key (
    key text PRIMARY KEY CHECK (key <> '')
);

CREATE TABLE ledger (
    position       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id             uuid        NOT NULL UNIQUE,
    topic          text        NOT NULL,
    key            text        NOT NULL REFERENCES ledger_key (key),
    type           text        NOT NULL,
    subject        text        NOT NULL,
    time           timestamptz NOT NULL,
    correlation_id uuid        NOT NULL,
    causation_id   uuid,
    value          bytea       NOT NULL,
    -- signed once by the relay; republish sends these very bytes again
    key_id         text,
    signature      bytea,
    published_at   timestamptz,
    CHECK ((published_at IS NULL) = (signature IS NULL)),
    CHECK ((signature IS NULL) = (key_id IS NULL))
);
-- The relay reads by "not yet published", never by "greater than the last one": a late commit is found all the same.
CREATE INDEX ledger_unpublished ON ledger (position) WHERE published_at IS NULL;
CREATE INDEX ledger_by_key ON ledger (key, position);

-- Which incarnation of a topic the ledger was published to. A topic made anew has another id: everything is said again.
CREATE TABLE ledger_topic (
    topic    text PRIMARY KEY,
    topic_id text NOT NULL
);
