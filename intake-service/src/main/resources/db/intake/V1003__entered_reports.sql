-- Handed in by staff: what reached the house elsewhere keeps its own time, and says who entered it when.
ALTER TABLE report DROP CONSTRAINT report_door_check;
ALTER TABLE report ADD CHECK (door IN ('api', 'form', 'staff'));
ALTER TABLE report ADD COLUMN source text NOT NULL DEFAULT 'DESK';
ALTER TABLE report ADD COLUMN entered_at timestamptz;
ALTER TABLE report ADD COLUMN entered_by text;
