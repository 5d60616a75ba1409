-- What every service keeps of facts that others say about its cases. Each table is a function of the
-- set of facts heard: the higher revision wins, whichever came first.

-- Who is on a case, as triage said last.
CREATE TABLE case_team (
    case_id  uuid PRIMARY KEY,
    revision integer NOT NULL
);

CREATE TABLE case_member (
    case_id uuid NOT NULL,
    staff   text NOT NULL,
    role    text NOT NULL,
    PRIMARY KEY (case_id, staff, role)
);

-- A report under the case it was born in.
CREATE TABLE known_report (
    report_id      uuid PRIMARY KEY,
    case_id        uuid NOT NULL,
    tracking_code  text NOT NULL,
    product_id     uuid,
    policy_version text NOT NULL,
    received_at    timestamptz NOT NULL,
    source         text NOT NULL,
    channel        text NOT NULL,
    language       text NOT NULL,
    anonymous      boolean NOT NULL
);
CREATE INDEX known_report_case ON known_report (case_id);

-- A report that belongs to another case from then on. No foreign key: it may be heard first.
CREATE TABLE joined_report (
    report_id uuid NOT NULL,
    case_id   uuid NOT NULL,
    from_case uuid NOT NULL,
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (report_id, from_case)
);
CREATE INDEX joined_report_case ON joined_report (case_id);

-- The catalogue as release said it last: the event itself, byte by byte.
CREATE TABLE known_product (
    product_id uuid PRIMARY KEY,
    revision   integer NOT NULL,
    fact       bytea NOT NULL
);
