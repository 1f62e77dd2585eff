-- What the services, this one among them, tell of the messages that they hold. They are the record; this is what the
-- API shows.
CREATE TABLE ${schema}.reported_dead_letter (
    id         uuid PRIMARY KEY,
    service    text NOT NULL,
    subject    text NOT NULL,
    state      text NOT NULL,
    cause      text NOT NULL,
    content    text NOT NULL,
    task       uuid,
    step       text,
    version    bigint NOT NULL,
    times_seen int NOT NULL,
    first_seen timestamptz NOT NULL,
    last_seen  timestamptz NOT NULL
);
CREATE INDEX reported_dead_letter_open ON ${schema}.reported_dead_letter (service) WHERE state = 'OPEN';
