-- Every mail of the chain: what was heard of a case, who is owed what because of it, and the customers' registry.

-- Facts heard, in whatever order. What is owed is a function of their set, so they are kept as they came.
CREATE TABLE case_fact (
    event_id    uuid PRIMARY KEY,
    case_id     uuid NOT NULL,
    type        text NOT NULL,
    at          timestamptz NOT NULL,
    correlation uuid NOT NULL,
    value       bytea NOT NULL
);
CREATE INDEX case_fact_of_case ON case_fact (case_id);

-- Locked by whoever works out what is owed in a case; also tells which cases took in another one's report.
CREATE TABLE case_desk (
    case_id uuid PRIMARY KEY
);
CREATE TABLE case_joined (
    into_case uuid NOT NULL,
    from_case uuid NOT NULL,
    report_id uuid NOT NULL,
    PRIMARY KEY (into_case, report_id)
);
CREATE INDEX case_joined_from ON case_joined (from_case);

ALTER TABLE obligation ADD COLUMN recipient text;
ALTER TABLE obligation ADD COLUMN about uuid;
ALTER TABLE obligation ADD COLUMN occasion text NOT NULL DEFAULT 'EVENT';
ALTER TABLE obligation ADD COLUMN detail text NOT NULL DEFAULT '';
-- When release is asked (again) who is affected; only for what is owed to all affected customers at once.
ALTER TABLE obligation ADD COLUMN ask_at timestamptz;
ALTER TABLE obligation ADD COLUMN asked integer NOT NULL DEFAULT 0;
UPDATE obligation SET recipient = 'report:' || report_id, about = cause;
ALTER TABLE obligation ALTER COLUMN recipient SET NOT NULL;
ALTER TABLE obligation ALTER COLUMN about SET NOT NULL;
ALTER TABLE obligation ALTER COLUMN report_id DROP NOT NULL;
ALTER TABLE obligation DROP CONSTRAINT obligation_cause_template_report_id_key;
ALTER TABLE obligation ADD UNIQUE (cause, template, recipient);
ALTER TABLE obligation DROP CONSTRAINT obligation_state_check;
ALTER TABLE obligation ADD CHECK (state IN ('OWED', 'FULFILLED', 'FAILED', 'VOID'));
ALTER TABLE obligation DROP CONSTRAINT obligation_channel_check;
ALTER TABLE obligation ADD CHECK (channel IN ('MAIL', 'STATUS_PAGE', 'EACH'));
CREATE INDEX obligation_to_spread ON obligation (ask_at) WHERE ask_at IS NOT NULL;
CREATE INDEX obligation_of_recipient ON obligation (recipient);

-- A delivery may be repeated by a person, with a reason.
ALTER TABLE delivery ADD COLUMN round integer NOT NULL DEFAULT 1;
ALTER TABLE delivery ADD COLUMN asked_by text;
ALTER TABLE delivery DROP CONSTRAINT delivery_obligation_id_recipient_key;
ALTER TABLE delivery ADD UNIQUE (obligation_id, recipient, round);

-- What was handed over, word by word, sealed with the case's key.
CREATE TABLE sent_text (
    delivery_id uuid PRIMARY KEY REFERENCES delivery,
    sealed      bytea NOT NULL
);

-- Customers and partners (E5.4). Names and addresses are sealed; the id is the catalogue's.
CREATE TABLE registry_key (
    one     boolean PRIMARY KEY CHECK (one),
    wrapped bytea NOT NULL
);
CREATE TABLE customer (
    id         text PRIMARY KEY,
    kind       text NOT NULL CHECK (kind IN ('CUSTOMER', 'PARTNER')),
    language   text NOT NULL,
    name       bytea NOT NULL,
    address    bytea NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL
);
