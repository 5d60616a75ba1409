-- The absence that each person announced last; taken back, it is gone. Over, it stays until the next.
CREATE TABLE absence (
    staff      text PRIMARY KEY,
    deputy     text,
    away_from  timestamptz NOT NULL,
    away_until timestamptz NOT NULL
);
CREATE INDEX absence_deputy ON absence (deputy);

-- Who was seen at the desk, with the roles they held then: who can be named as a deputy.
CREATE TABLE colleague (
    staff   text PRIMARY KEY,
    roles   text        NOT NULL,
    seen_at timestamptz NOT NULL
);
