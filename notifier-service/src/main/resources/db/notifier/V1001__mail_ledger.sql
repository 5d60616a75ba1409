-- Who must be told what, and what became of it. No address and no word of a report is stored here.

CREATE TABLE obligation (
    id             uuid PRIMARY KEY,
    cause          uuid NOT NULL,   -- id of the event that made it owed
    correlation    uuid NOT NULL,
    clause         text NOT NULL,   -- of the policy
    audience       text NOT NULL,
    template       text NOT NULL,
    case_id        uuid NOT NULL,
    report_id      uuid NOT NULL,
    tracking_code  text NOT NULL,
    policy_version text NOT NULL,
    language       text NOT NULL,   -- as the cause named it; the contact may know better
    caused_at      timestamptz NOT NULL,
    state          text NOT NULL CHECK (state IN ('OWED', 'FULFILLED', 'FAILED')),
    channel        text CHECK (channel IN ('MAIL', 'STATUS_PAGE')),
    settled_at     timestamptz,
    UNIQUE (cause, template, report_id),
    CHECK ((state = 'OWED') = (settled_at IS NULL)),
    CHECK ((state = 'FULFILLED') = (channel IS NOT NULL))
);
CREATE INDEX obligation_of_case ON obligation (case_id);

CREATE TABLE delivery (
    id            uuid PRIMARY KEY,
    obligation_id uuid NOT NULL REFERENCES obligation,
    recipient     text NOT NULL,    -- a reference, such as report:<id>; never an address
    message_id    text NOT NULL UNIQUE,
    state         text NOT NULL
        CHECK (state IN ('WAITING', 'SENDING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    due_at        timestamptz,
    attempts      integer NOT NULL,
    claim         uuid,             -- of the worker that has it in hand
    beat          integer,          -- raised while that worker lives
    reply_code    integer,
    settled_at    timestamptz,
    UNIQUE (obligation_id, recipient),
    CHECK ((state = 'WAITING') = (due_at IS NOT NULL)),
    CHECK ((state = 'SENDING') = (claim IS NOT NULL AND beat IS NOT NULL)),
    CHECK ((state IN ('ACCEPTED', 'REFUSED', 'WITHDRAWN')) = (settled_at IS NOT NULL))
);
CREATE INDEX delivery_waiting ON delivery (due_at) WHERE state = 'WAITING';
CREATE INDEX delivery_sending ON delivery (id) WHERE state = 'SENDING';

CREATE TABLE attempt (
    delivery_id uuid NOT NULL REFERENCES delivery,
    number      integer NOT NULL,
    begun_at    timestamptz NOT NULL,
    ended_at    timestamptz,
    outcome     text NOT NULL,
    reply_code  integer,
    PRIMARY KEY (delivery_id, number)
);
