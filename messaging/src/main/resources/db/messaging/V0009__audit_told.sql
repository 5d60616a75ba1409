-- That the record of acts does not go on, as it was told to those who watch; one row per cause, for all replicas together.
CREATE TABLE audit_told (
    cause   text PRIMARY KEY,
    since   timestamptz NOT NULL,   -- since when it does not go on
    told_at timestamptz NOT NULL,   -- when that was told last
    seen_at timestamptz NOT NULL,   -- when a replica saw it last
    open    boolean     NOT NULL,   -- told, and not told to be over
    over_at timestamptz             -- when an end was told last
);
