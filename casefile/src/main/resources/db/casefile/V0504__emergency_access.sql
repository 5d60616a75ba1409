-- Who took emergency access to a case, until when. A function of the facts: the latest end counts.
CREATE TABLE case_guest (
    case_id uuid NOT NULL,
    staff   text NOT NULL,
    until   timestamptz NOT NULL,
    PRIMARY KEY (case_id, staff)
);

-- Who sees a case beside the roles that see every one: its team, and emergency access that has not ended.
CREATE VIEW case_reader AS
    SELECT case_id, staff FROM case_member
    UNION
    SELECT case_id, staff FROM case_guest WHERE until > now();
