-- When usage was last compared with all of its events, which reads the whole history.
CREATE TABLE ${schema}.history_check (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    at      timestamptz NOT NULL,
    differs boolean NOT NULL
);
