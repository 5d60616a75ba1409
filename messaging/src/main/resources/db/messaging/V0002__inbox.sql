-- What this service has heard and dealt with. An event that is here never takes effect again.
CREATE TABLE inbox (
    source    text        NOT NULL,
    id        uuid        NOT NULL,
    key       text        NOT NULL,
    type      text        NOT NULL,
    outcome   text        NOT NULL CHECK (outcome IN ('handled', 'refused', 'discarded')),
    reason    text,
    heard_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id, source)
);
CREATE INDEX inbox_by_key ON inbox (key);

-- A key whose events wait for a person or a better day. Locked by whoever parks behind it or takes from it.
CREATE TABLE parked_key (
    topic     text        NOT NULL,
    key       text        NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, key)
);

CREATE TABLE parked_record (
    position        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id              uuid        NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    topic           text        NOT NULL,
    partition       int         NOT NULL,
    log_offset      bigint      NOT NULL,
    key             text        NOT NULL,
    source          text,
    event_id        uuid,
    type            text,
    cause           text        NOT NULL CHECK (cause IN ('forged', 'unreadable', 'unexpected', 'behind')),
    reason          text        NOT NULL,
    attempts        int         NOT NULL,
    record          bytea       NOT NULL,
    record_sha256   bytea       NOT NULL UNIQUE,
    parked_at       timestamptz NOT NULL DEFAULT now(),
    next_attempt_at timestamptz NOT NULL,
    settled_at      timestamptz,
    settled_as      text CHECK (settled_as IN ('handled', 'refused', 'duplicate', 'discarded')),
    CHECK ((settled_at IS NULL) = (settled_as IS NULL))
);
CREATE INDEX parked_open_by_key ON parked_record (topic, key, position) WHERE settled_at IS NULL;
CREATE INDEX parked_due ON parked_record (next_attempt_at) WHERE settled_at IS NULL;
