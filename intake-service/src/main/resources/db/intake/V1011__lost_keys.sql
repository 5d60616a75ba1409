-- Somebody asked for a new access key. Every question is a row, also one that leads nowhere: the answer is the
-- same and takes the same time, and what becomes of it is worked out afterwards. Worked through, the row is gone.
CREATE TABLE key_question (
    id       uuid PRIMARY KEY,
    -- Empty if what was typed is no tracking code. Asked twice before it is worked through is asked once.
    code     text NOT NULL UNIQUE,
    asked_at timestamptz NOT NULL
);
CREATE INDEX key_question_asked ON key_question (asked_at);
-- What was sent of it, for a limit per day.
CREATE TABLE key_link (
    id        uuid PRIMARY KEY,
    report_id uuid NOT NULL REFERENCES report,
    owed_at   timestamptz NOT NULL
);
CREATE INDEX key_link_report ON key_link (report_id, owed_at);
