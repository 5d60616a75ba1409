-- Reports and their reporters. Clear: ids, times, versions, stages. Everything a reporter wrote is sealed.

CREATE TABLE report (
    id                uuid PRIMARY KEY,
    case_id           uuid NOT NULL UNIQUE,
    tracking_code     text NOT NULL UNIQUE,
    received_at       timestamptz NOT NULL,
    -- No foreign key: its row would be locked by every report at once.
    policy_version    text NOT NULL,
    -- Null means both.
    language          text CHECK (language IN ('ja', 'en')),
    door              text NOT NULL CHECK (door IN ('api', 'form')),
    reachable         boolean NOT NULL,
    -- Generation of the access key; raised when a new one is issued.
    key_generation    integer NOT NULL DEFAULT 1,
    -- Both null when nothing is known of the reporter, or no longer.
    identity_key      bytea,
    identity          bytea,
    content_key       bytea NOT NULL,
    content           bytea NOT NULL,
    receipt           bytea NOT NULL,
    receipt_signature bytea NOT NULL,
    receipt_key       text NOT NULL,
    -- Both are HMACs; emptied after seven days.
    idempotency_key   bytea UNIQUE,
    idempotency_bound bytea,
    CHECK ((identity_key IS NULL) = (identity IS NULL))
);
CREATE INDEX report_idempotency ON report (received_at) WHERE idempotency_key IS NOT NULL;

-- What became known about a report from elsewhere; whoever shows it takes the set, not an order.
CREATE TABLE report_fact (
    event_id    uuid PRIMARY KEY,
    report_id   uuid NOT NULL,
    kind        text NOT NULL,
    happened_at timestamptz NOT NULL
);
CREATE INDEX report_fact_report ON report_fact (report_id);

-- Files on their way in. An upload belongs to nobody until a report's commit adopts its files.
CREATE TABLE upload (
    id          uuid PRIMARY KEY,
    content_key bytea NOT NULL,
    expires_at  timestamptz NOT NULL
);
CREATE INDEX upload_expiry ON upload (expires_at);

CREATE TABLE attachment (
    id          uuid PRIMARY KEY,
    upload_id   uuid REFERENCES upload ON DELETE CASCADE,
    report_id   uuid,
    number      integer NOT NULL,
    size        bigint NOT NULL DEFAULT 0,
    -- Name, type and SHA-256, sealed; null until the last chunk is in.
    description bytea,
    CHECK ((upload_id IS NULL) <> (report_id IS NULL)),
    CHECK (report_id IS NULL OR description IS NOT NULL)
);
CREATE INDEX attachment_upload ON attachment (upload_id);
CREATE INDEX attachment_report ON attachment (report_id);

CREATE TABLE attachment_chunk (
    attachment_id uuid NOT NULL REFERENCES attachment ON DELETE CASCADE,
    number        integer NOT NULL,
    sealed        bytea NOT NULL,
    PRIMARY KEY (attachment_id, number)
);
-- Sealed bytes do not compress: do not try.
ALTER TABLE attachment_chunk ALTER COLUMN sealed SET STORAGE EXTERNAL;
