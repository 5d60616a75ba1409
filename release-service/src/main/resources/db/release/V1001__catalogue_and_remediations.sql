-- What release decides about: products and units in the field, remedies, their gates, files and signatures.

CREATE TABLE product (
    product_id   uuid PRIMARY KEY,
    revision     int NOT NULL,
    name         text NOT NULL,
    versions     text[] NOT NULL,
    developers   text[] NOT NULL,
    support_ends date,
    changed_by   text NOT NULL,
    changed_at   timestamptz NOT NULL
);

-- A model belongs to one product line only: its name is an address at /downloads.
CREATE TABLE product_model (
    model      text PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES product,
    position   int NOT NULL
);
CREATE INDEX product_model_of ON product_model (product_id);

-- One device in the field; whose it is, is an opaque id of the customer registry.
CREATE TABLE unit (
    model        text NOT NULL REFERENCES product_model,
    serial       text NOT NULL,
    product_id   uuid NOT NULL REFERENCES product,
    version      text NOT NULL,
    customer_id  text,
    support_ends date,
    changed_at   timestamptz NOT NULL,
    PRIMARY KEY (model, serial)
);
CREATE INDEX unit_of_product ON unit (product_id, version);

-- What triage fixed last about a case: revision numbers decide, not arrival.
CREATE TABLE scored_case (
    case_id  uuid PRIMARY KEY,
    revision int NOT NULL,
    severity text NOT NULL
);
CREATE TABLE affected_range (
    case_id    uuid NOT NULL REFERENCES scored_case,
    product_id uuid NOT NULL,
    position   int NOT NULL,
    versions   text NOT NULL,
    PRIMARY KEY (case_id, product_id, position)
);

CREATE TABLE remediation (
    remediation_id  uuid PRIMARY KEY,
    case_id         uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('MITIGATION', 'FIX')),
    products        uuid[] NOT NULL,
    version         text,
    minimum_version text,
    -- Prose, sealed with the key of the case.
    summary         bytea NOT NULL,
    workaround_ja   bytea,
    workaround_en   bytea,
    -- Of prose and files together: what an approval was given to.
    content_hash    text NOT NULL,
    -- Everybody whose work is in it: none of them approves it.
    authors         text[] NOT NULL,
    created_by      text NOT NULL,
    created_at      timestamptz NOT NULL,
    changed_by      text NOT NULL,
    changed_at      timestamptz NOT NULL,
    -- The content for which remedy-verified was said.
    verified_hash   text,
    verified_at     timestamptz,
    released_by     text,
    released_at     timestamptz
);
CREATE INDEX remediation_of_case ON remediation (case_id);

-- A file of a remediation. Its bytes lie in the content-addressed store under their SHA-256.
CREATE TABLE artifact (
    remediation_id uuid NOT NULL REFERENCES remediation,
    model          text NOT NULL,
    version        text NOT NULL,
    suffix         text NOT NULL,
    sha256         text NOT NULL,
    sha1           text NOT NULL,
    md5            text NOT NULL,
    size           bigint NOT NULL,
    uploaded_by    text NOT NULL,
    uploaded_at    timestamptz NOT NULL,
    -- manifest.json as signed; empty until then.
    manifest       bytea,
    PRIMARY KEY (remediation_id, model, version)
);

-- What is offered to the public and to devices; one file per model and version for ever.
CREATE TABLE released_artifact (
    model          text NOT NULL,
    version        text NOT NULL,
    remediation_id uuid NOT NULL,
    released_at    timestamptz NOT NULL,
    PRIMARY KEY (model, version),
    FOREIGN KEY (remediation_id, model, version) REFERENCES artifact
);

-- Every decision at a gate, never changed. It counts for the content it was taken about and no other.
CREATE TABLE gate_decision (
    decision_id    uuid PRIMARY KEY,
    position       bigint GENERATED ALWAYS AS IDENTITY,
    remediation_id uuid NOT NULL REFERENCES remediation,
    gate           text NOT NULL,
    content_hash   text NOT NULL,
    outcome        text NOT NULL CHECK (outcome IN ('PASSED', 'FAILED')),
    evidence       bytea NOT NULL,
    decided_by     text NOT NULL,
    decided_at     timestamptz NOT NULL
);
CREATE INDEX gate_decision_of ON gate_decision (remediation_id, position);

-- Keys this service ever signed with, public part.
CREATE TABLE firmware_key (
    key_id     text PRIMARY KEY,
    public_key text NOT NULL,
    first_used timestamptz NOT NULL
);

-- Keyed by what was signed: the first stored signature wins, a second is never made.
CREATE TABLE firmware_signature (
    sha256          text PRIMARY KEY,
    key_id          text NOT NULL REFERENCES firmware_key,
    signature       bytea NOT NULL,
    first_approver  text,
    second_approver text NOT NULL,
    signed_at       timestamptz NOT NULL
);

-- What customers may read before publication: a document of its own, approved by its hash.
CREATE TABLE pre_disclosure (
    remediation_id uuid PRIMARY KEY REFERENCES remediation,
    hash           text NOT NULL,
    urgency        text NOT NULL,
    how_ja         text NOT NULL,
    how_en         text NOT NULL,
    text_ja        text NOT NULL,
    text_en        text NOT NULL,
    drafted_by     text NOT NULL,
    drafted_at     timestamptz NOT NULL,
    approved_by    text,
    approved_at    timestamptz
);
CREATE TABLE approved_text (
    hash        text PRIMARY KEY,
    case_id     uuid NOT NULL,
    text_ja     text NOT NULL,
    text_en     text NOT NULL,
    approved_by text NOT NULL,
    approved_at timestamptz NOT NULL
);
