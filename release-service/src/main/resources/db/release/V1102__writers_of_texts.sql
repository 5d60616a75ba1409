-- Who wrote in a text, and for whom they stood in: none of them approves it. Of a text from before the row knows only
-- who wrote last; who else did is on record.
ALTER TABLE pre_disclosure ADD COLUMN writers text[];
UPDATE pre_disclosure t SET writers = ARRAY(
    SELECT t.drafted_by
    UNION
    SELECT e.actor FROM audit_entry e
     WHERE e.subject = t.remediation_id::text AND e.action = 'remediation-draft-text');
ALTER TABLE pre_disclosure ALTER COLUMN writers SET NOT NULL;
-- A yes of somebody who turns out to be among them, of what was not released on it yet, is asked for again.
UPDATE pre_disclosure t SET approved_by = NULL, approved_at = NULL
 WHERE approved_by = ANY (writers)
   AND EXISTS (SELECT 1 FROM remediation r WHERE r.remediation_id = t.remediation_id AND r.released_at IS NULL);
