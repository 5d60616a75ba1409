-- Advisories and notices on their way to the public. Every prose is sealed with the key of its case until it is public.
CREATE TABLE advisory (
    id             uuid PRIMARY KEY,
    -- Of a notice without a case: its own id, so that it has a key and a place in the order of events.
    case_id        uuid NOT NULL,
    about_case     boolean NOT NULL,
    kind           text NOT NULL,
    public_id      text NOT NULL UNIQUE,
    policy_version text NOT NULL,
    created_at     timestamptz NOT NULL,
    created_by     text NOT NULL,
    -- The present text.
    text_number    int NOT NULL,
    hash           text NOT NULL,
    sealed_text    bytea NOT NULL,
    edited_at      timestamptz NOT NULL,
    edited_by      text NOT NULL,
    -- Bound to a hash: worth nothing for another text.
    approved_hash  text,
    approved_at    timestamptz,
    approved_by    text,
    sealed_deviation bytea,
    planned_for    timestamptz,
    plan_revision  int NOT NULL DEFAULT 0,
    held_at        timestamptz,
    held_by        text,
    published_hash text,
    published_at   timestamptz,
    revised_at     timestamptz,
    revisions      int NOT NULL DEFAULT 0,
    withdrawn_at   timestamptz
);
CREATE INDEX advisory_by_case ON advisory (case_id);

-- Every text that was ever saved, and by whom: nobody judges what they wrote.
CREATE TABLE advisory_edit (
    advisory_id uuid NOT NULL REFERENCES advisory,
    number      int NOT NULL,
    hash        text NOT NULL,
    sealed_text bytea NOT NULL,
    at          timestamptz NOT NULL,
    by          text NOT NULL,
    -- How many revisions were public when it was written.
    revisions   int NOT NULL,
    PRIMARY KEY (advisory_id, number)
);

CREATE TABLE advisory_review (
    id             uuid PRIMARY KEY,
    advisory_id    uuid NOT NULL REFERENCES advisory,
    number         int NOT NULL,
    hash           text NOT NULL,
    -- technical, qa, legal, or approval for a text the approver sent back
    review         text NOT NULL,
    accepted       boolean NOT NULL,
    sealed_comment bytea,
    at             timestamptz NOT NULL,
    by             text NOT NULL
);
CREATE INDEX review_by_advisory ON advisory_review (advisory_id, number);

-- A date proposed to the reporters of a case.
CREATE TABLE date_proposal (
    id            uuid PRIMARY KEY,
    advisory_id   uuid NOT NULL REFERENCES advisory,
    case_id       uuid NOT NULL,
    date          timestamptz NOT NULL,
    answer_by     timestamptz NOT NULL,
    at            timestamptz NOT NULL,
    by            text NOT NULL,
    sealed_reason bytea,
    -- accepted, silence, decided or replaced; absent while the answers are awaited
    ended         text,
    ended_at      timestamptz
);
CREATE INDEX proposal_by_advisory ON date_proposal (advisory_id, at);

-- What reporters answered; kept whether or not the proposal is known (events come in any order).
CREATE TABLE date_answer (
    proposal_id uuid NOT NULL,
    report_id   uuid NOT NULL,
    accepted    boolean NOT NULL,
    countered   timestamptz,
    at          timestamptz NOT NULL,
    PRIMARY KEY (proposal_id, report_id)
);

-- What is known of the remedies of a case.
CREATE TABLE remedy_fact (
    case_id        uuid NOT NULL,
    remediation_id uuid NOT NULL,
    -- verified, mitigation-ready, patch-ready, distributed
    kind           text NOT NULL,
    at             timestamptz NOT NULL,
    PRIMARY KEY (case_id, remediation_id, kind)
);

-- The assessment with the highest revision, as it was said.
CREATE TABLE assessed_case (
    case_id  uuid PRIMARY KEY,
    revision int NOT NULL,
    said     bytea NOT NULL
);

-- How the reporters of a case want to be named, as intake last said; sealed.
CREATE TABLE credit_wish (
    case_id      uuid PRIMARY KEY,
    sealed_lines bytea NOT NULL,
    asked_at     timestamptz NOT NULL
);

-- What is or was public, in clear.
CREATE TABLE published_revision (
    advisory_id uuid NOT NULL REFERENCES advisory,
    revision    int NOT NULL,
    public_id   text NOT NULL,
    at          timestamptz NOT NULL,
    hash        text NOT NULL,
    content     bytea NOT NULL,
    withdrawn   boolean NOT NULL,
    -- Why it was revised or withdrawn, by language, JSON.
    note        text NOT NULL,
    PRIMARY KEY (advisory_id, revision)
);

-- The public site: one row; whoever changes files holds it.
CREATE TABLE site (
    id         int PRIMARY KEY CHECK (id = 1),
    generation bigint NOT NULL,
    built_at   timestamptz
);
INSERT INTO site (id, generation) VALUES (1, 0);

CREATE TABLE site_file (
    path       text PRIMARY KEY,
    media_type text NOT NULL,
    sha256     text NOT NULL,
    bytes      bytea NOT NULL,
    generation bigint NOT NULL
);
