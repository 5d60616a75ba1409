-- Who looked at whose identity, to see when one person looks at unusually many. The audit row stays the record.
CREATE TABLE identity_read (
    staff     text        NOT NULL,
    report_id uuid        NOT NULL,
    at        timestamptz NOT NULL
);
CREATE INDEX identity_read_by ON identity_read (staff, at);
