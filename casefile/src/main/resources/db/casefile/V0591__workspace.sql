-- Trial or deployed, decided at the first start and never changed (design §5).
CREATE TABLE workspace (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    kind     text NOT NULL CHECK (kind IN ('trial', 'deployed')),
    since    timestamptz NOT NULL
);

-- Whatever was begun before this was written down was a trial.
INSERT INTO workspace (kind, since)
SELECT 'trial', min(first_used_at) FROM policy_version HAVING count(*) > 0;
