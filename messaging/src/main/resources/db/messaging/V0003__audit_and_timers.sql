-- Audit rows are written inside the transaction and chained afterwards by a sealer (chaining here would cost
-- five sixths of the throughput). The chain covers the hash of sealed bytes, so details can be erased.
CREATE TABLE audit_entry (
    position      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    actor         text        NOT NULL,
    action        text        NOT NULL,
    subject       text        NOT NULL,
    at            timestamptz NOT NULL,
    content_hash  bytea       NOT NULL,
    sealed_detail bytea
);
CREATE INDEX audit_by_subject ON audit_entry (subject, position);

CREATE TABLE timer (
    id              uuid PRIMARY KEY,
    kind            text        NOT NULL,
    due_at          timestamptz NOT NULL,
    payload         text        NOT NULL,
    attempts        int         NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    fired_at        timestamptz
);
CREATE INDEX timer_due ON timer (next_attempt_at) WHERE fired_at IS NULL;
