-- What every service keeps of a case.

-- Each version of the policy this service ever started with (design §6).
CREATE TABLE policy_version (
    version       text PRIMARY KEY,
    sha256        text NOT NULL,
    source        text NOT NULL,
    first_used_at timestamptz NOT NULL
);

-- A case as it was born: written from report-received, never changed.
CREATE TABLE known_case (
    case_id        uuid PRIMARY KEY,
    report_id      uuid NOT NULL,
    -- No foreign key: that the version is known is checked before, and its row is not to be locked by every case.
    policy_version text NOT NULL,
    received_at    timestamptz NOT NULL
);
