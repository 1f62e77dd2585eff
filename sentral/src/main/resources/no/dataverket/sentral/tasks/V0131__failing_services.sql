-- Services whose hearts beat but whose commands fail, as the process sees it that sends them.
CREATE TABLE ${schema}.failing_service (
    service  text PRIMARY KEY,
    since    timestamptz NOT NULL,
    cause    text NOT NULL,
    probe_at timestamptz NOT NULL
);
