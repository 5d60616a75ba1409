-- Who of a team is or will be away, and who stands in: as triage said last, together with the team.
CREATE TABLE case_absence (
    case_id    uuid NOT NULL,
    staff      text NOT NULL,
    deputy     text,
    away_from  timestamptz NOT NULL,
    away_until timestamptz NOT NULL,
    PRIMARY KEY (case_id, staff)
);
CREATE INDEX case_absence_deputy ON case_absence (deputy, case_id);

-- Who stands in for whom at this moment, in a role that the absent one has on the team. Who stands in for a deputy
-- is not here: the absent one must be on the team.
CREATE VIEW case_stand_in AS
    SELECT a.case_id, a.deputy AS staff, a.staff AS absent, m.role
      FROM case_absence a JOIN case_member m USING (case_id, staff)
     WHERE a.deputy <> a.staff AND a.away_from <= now() AND now() < a.away_until;

-- Who acts on a case beside the roles that see every one: its team, and who stands in for somebody of it if they
-- hold the role themselves. A role of NULL asks for none.
CREATE VIEW case_actor AS
    SELECT case_id, staff, CAST(NULL AS text) AS role FROM case_member
    UNION
    SELECT case_id, staff, role FROM case_stand_in;

-- Who sees a case beside them: emergency access that has not ended.
DROP VIEW case_reader;
CREATE VIEW case_reader AS
    SELECT case_id, staff, role FROM case_actor
    UNION
    SELECT case_id, staff, NULL FROM case_guest WHERE until > now();
