-- What every schema that speaks on the bus has; the services' own migrations begin at V0100.
CREATE TABLE ${schema}.outbox (
    id         uuid PRIMARY KEY,
    seq        bigint GENERATED ALWAYS AS IDENTITY,
    subject    text NOT NULL,
    message_id text NOT NULL,
    envelope   jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_seq ON ${schema}.outbox (seq);

-- One row for each command that was carried out, so that its repetition gives the same report and no second effect.
CREATE TABLE ${schema}.inbox (
    execution  text PRIMARY KEY,
    task       uuid NOT NULL,
    step       text NOT NULL,
    report     jsonb NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX inbox_handled_at ON ${schema}.inbox (handled_at);

-- The highest epoch seen of each task: a command of a lower one comes from a writer that lost its lease.
CREATE TABLE ${schema}.fence (
    task  uuid PRIMARY KEY,
    epoch bigint NOT NULL
);
