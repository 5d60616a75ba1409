-- Which reports belong to a case, by what was heard: the rule of CaseHistory for those who ask in SQL.

-- Every case a report is or was in: the one it was born in, and those it joined.
CREATE VIEW report_held AS
    SELECT id AS report_id, case_id FROM report
    UNION
    SELECT report_id, case_id FROM case_fact WHERE type = 'org.hikeshi.report-joined.v1';

-- The one it is in now: where it was decided last that it belongs.
CREATE VIEW report_now AS
    SELECT r.id AS report_id, coalesce(j.case_id, r.case_id) AS case_id
      FROM report r
      LEFT JOIN LATERAL (
          SELECT f.case_id FROM case_fact f
           WHERE f.report_id = r.id AND f.type = 'org.hikeshi.report-joined.v1'
           -- Of two at the same moment the same one as CaseHistory takes.
           ORDER BY (convert_from(f.value, 'UTF8')::json ->> 'at')::timestamptz DESC, f.case_id DESC
           LIMIT 1) j ON true;

-- Those whose acts are on the record of a case: its reports, or, once it is an alias, those that it had.
CREATE VIEW report_on_record AS
    SELECT h.report_id, h.case_id
      FROM report_held h JOIN report_now n USING (report_id)
     WHERE n.case_id = h.case_id
        OR NOT EXISTS (SELECT 1 FROM report_held o JOIN report_now p USING (report_id)
                        WHERE o.case_id = h.case_id AND p.case_id = h.case_id);

-- Few facts are of this kind, and the views ask for no other.
CREATE INDEX case_fact_joined ON case_fact (case_id, report_id) WHERE type = 'org.hikeshi.report-joined.v1';
