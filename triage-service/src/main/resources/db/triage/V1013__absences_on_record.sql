-- The page of the record shows the acts about no case: they are few, and found without reading all others.
CREATE INDEX audit_entry_house ON audit_entry (at DESC, position DESC)
    WHERE action IN ('absence-announced', 'absence-ended');
