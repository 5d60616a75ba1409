-- A case is the set of its facts. Everything else in this file can be computed from them again.

CREATE TABLE case_fact (
    id      uuid PRIMARY KEY,        -- of the event, or of the decision
    case_id uuid        NOT NULL,    -- under whose key it was said
    kind    text        NOT NULL,    -- ce_type of an event, or the name of a decision of the desk
    at      timestamptz NOT NULL,
    value   text        NOT NULL     -- JSON; ids, codes and dates only
);
CREATE INDEX fact_of_case ON case_fact (case_id);

-- The number people say. Counted per year of receipt in the policy's zone; never shown outside.
CREATE TABLE case_year (
    year int PRIMARY KEY,
    last int NOT NULL
);

-- One line per case for lists; made anew from the facts after each of them.
CREATE TABLE triage_case (
    case_id     uuid PRIMARY KEY,
    number      text        NOT NULL UNIQUE,
    received_at timestamptz NOT NULL,
    state       text        NOT NULL,
    stage       text        NOT NULL,
    severity    text,
    priority    text,
    next_action text        NOT NULL,
    next_role   text        NOT NULL,
    next_due    timestamptz,
    overdue     boolean     NOT NULL,
    merged_into uuid
);
CREATE INDEX case_by_receipt ON triage_case (received_at DESC, case_id);

CREATE TABLE case_product (
    case_id    uuid NOT NULL,
    product_id uuid NOT NULL,
    PRIMARY KEY (case_id, product_id)
);
CREATE INDEX case_by_product ON case_product (product_id);

-- Each version of an assessment or plan, and why a decision was taken: prose, sealed with the case's key.
CREATE TABLE case_text (
    id       uuid PRIMARY KEY,
    case_id  uuid        NOT NULL,
    kind     text        NOT NULL,
    revision int         NOT NULL,
    sealed   bytea       NOT NULL,
    at       timestamptz NOT NULL,
    by_staff text        NOT NULL
);
CREATE UNIQUE INDEX text_version ON case_text (case_id, kind, revision);

-- What anybody has to do, as all services say it.
CREATE TABLE desk_task (
    task_id   uuid PRIMARY KEY,
    case_id   uuid        NOT NULL,
    kind      text        NOT NULL,
    role      text,
    staff     text,
    subject   uuid,
    due_at    timestamptz,
    opened_at timestamptz,
    closed_at timestamptz,
    ended     text
);
CREATE INDEX task_open ON desk_task (due_at) WHERE closed_at IS NULL;
CREATE INDEX task_of_case ON desk_task (case_id);
