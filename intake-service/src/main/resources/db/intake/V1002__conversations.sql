-- Both sides of a report talk, and intake hears how its case goes on.

-- What became known about a case, by whoever may say it (intake's own facts as well): the events as they were said.
-- Whoever shows a case takes the set, not an order. Events hold ids, dates and words of a fixed list only.
CREATE TABLE case_fact (
    event_id  uuid PRIMARY KEY,
    case_id   uuid NOT NULL,
    -- Null for what concerns every report of the case.
    report_id uuid,
    type      text NOT NULL,
    value     bytea NOT NULL
);
CREATE INDEX case_fact_case ON case_fact (case_id);
CREATE INDEX case_fact_report ON case_fact (report_id);

-- What was known until now were acknowledgements. They become the events they came from; only the id of the
-- obligation was not kept, and the event's own stands in for it.
INSERT INTO case_fact (event_id, case_id, report_id, type, value)
SELECT f.event_id, r.case_id, r.id,
       CASE f.kind WHEN 'ACKNOWLEDGED' THEN 'org.hikeshi.reporter-notified.v1' ELSE 'org.hikeshi.delivery-failed.v1' END,
       convert_to((jsonb_build_object('caseId', r.case_id, 'reportId', r.id, 'template', 'receipt', 'obligationId', f.event_id)
           || CASE f.kind WHEN 'ACKNOWLEDGED'
              THEN jsonb_build_object('acceptedAt', to_char(f.happened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'channel', 'mail')
              ELSE jsonb_build_object('failedAt', to_char(f.happened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'reason', 'refused', 'attempts', 1)
              END)::text, 'UTF8')
FROM report_fact f JOIN report r ON r.id = f.report_id;
DROP TABLE report_fact;

-- When a person took up a report, by whatever came first: how long the queue is.
ALTER TABLE report ADD COLUMN attended_at timestamptz;
CREATE INDEX report_waiting ON report (received_at) WHERE attended_at IS NULL;

CREATE TABLE message (
    id         uuid PRIMARY KEY,
    report_id  uuid NOT NULL REFERENCES report,
    author     text NOT NULL CHECK (author IN ('reporter', 'desk')),
    kind       text NOT NULL,
    said_at    timestamptz NOT NULL,
    -- Until when an answer is hoped for.
    answer_by  timestamptz,
    -- Which person of the desk wrote it; null for a reporter's and for words of another service.
    staff      text,
    -- When the other side first had it on its page.
    seen_at    timestamptz,
    -- The words per language, sealed with the report's content key.
    texts      bytea NOT NULL
);
CREATE INDEX message_report ON message (report_id, said_at);

-- Files that came after the report hang on the message they came with.
ALTER TABLE attachment ADD COLUMN message_id uuid REFERENCES message;
-- Files on their way to a report that is here already: sealed with its key, adopted by no other.
ALTER TABLE upload ADD COLUMN report_id uuid REFERENCES report;
