-- What this service itself waits for, keeps closed, and has to tell.

-- Something that a person has to do before this service goes on.
CREATE TABLE own_task (
    task_id    uuid PRIMARY KEY,
    case_id    uuid NOT NULL,
    kind       text NOT NULL,
    subject_id uuid NOT NULL,
    role       text,
    staff      text,
    due        timestamptz,
    opened_at  timestamptz NOT NULL,
    closed_at  timestamptz,
    ended      text
);
-- One open task per cause: opening it twice opens it once.
CREATE UNIQUE INDEX own_task_open ON own_task (case_id, kind, subject_id) WHERE closed_at IS NULL;

-- The data key of a case, wrapped by this service's master key. Whoever destroys it has destroyed
-- all prose of the case in this service.
CREATE TABLE case_key (
    case_id uuid PRIMARY KEY,
    wrapped bytea NOT NULL
);

-- What reporters are told by way of intake. The texts go when intake has them.
CREATE TABLE telling (
    event_id  uuid PRIMARY KEY,
    case_id   uuid NOT NULL,
    report_id uuid,
    kind      text NOT NULL,
    sealed    bytea,
    said_at   timestamptz NOT NULL,
    next_try  timestamptz NOT NULL,
    attempts  integer NOT NULL DEFAULT 0,
    told_at   timestamptz
);
CREATE INDEX telling_waiting ON telling (next_try) WHERE told_at IS NULL;
