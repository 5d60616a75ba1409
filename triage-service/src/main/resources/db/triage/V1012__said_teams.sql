-- Of which cases somebody was ever said to be on the team: asked when they say that they are away, or back.
CREATE INDEX said_team_of_case ON case_fact (case_id) WHERE kind = 'org.hikeshi.team-changed.v1';
