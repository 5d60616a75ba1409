-- For whom the one who decided at a gate stood in then: where two people are needed they are one. Of decisions taken
-- before this was kept nobody is known.
ALTER TABLE gate_decision ADD COLUMN in_place_of text[] NOT NULL DEFAULT '{}';
