-- What the record of a case was called before it was brought in (ADR 0406), sealed by the report's content key.
CREATE TABLE number_elsewhere (
    report_id uuid PRIMARY KEY REFERENCES report,
    number    bytea NOT NULL
);
