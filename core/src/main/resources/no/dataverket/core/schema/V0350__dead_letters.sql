-- Messages that could not be taken, and why. An operator replays or discards them.
CREATE TABLE ${schema}.dead_letter (
    id          uuid PRIMARY KEY,
    -- What makes a repetition the same message.
    fingerprint text NOT NULL,
    state       text NOT NULL CHECK (state IN ('OPEN', 'REPLAYED', 'DISCARDED')),
    subject     text NOT NULL,
    cause       text NOT NULL,
    -- As it came. NULL once it is no longer held: it may carry secrets.
    body        bytea CHECK ((body IS NOT NULL) = (state = 'OPEN')),
    content     text NOT NULL,
    task        uuid,
    step        text,
    execution   text,
    version     bigint NOT NULL DEFAULT 1,
    times_seen  int NOT NULL DEFAULT 1,
    first_seen  timestamptz NOT NULL DEFAULT now(),
    last_seen   timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX dead_letter_open ON ${schema}.dead_letter (fingerprint) WHERE state = 'OPEN';

-- How often a message was begun again after an earlier delivery of it had come to nothing.
CREATE TABLE ${schema}.redelivery (
    message text PRIMARY KEY,
    begun   int NOT NULL,
    last_at timestamptz NOT NULL DEFAULT now()
);
