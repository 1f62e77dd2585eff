-- Failures that were a host's own, of each machine and operation the last, for as long as they count.
CREATE TABLE ${schema}.host_failure (
    host      uuid NOT NULL REFERENCES ${schema}.host (id) ON DELETE CASCADE,
    operation text NOT NULL,
    vm        uuid NOT NULL,
    kind      text NOT NULL,
    message   text NOT NULL,
    failed_at timestamptz NOT NULL,
    PRIMARY KEY (host, operation, vm)
);

-- What was judged of a host by its failures, since when, and until when if nothing fails before. The number rises with
-- each verdict, so that it is noted once.
ALTER TABLE ${schema}.host
    ADD COLUMN verdict        text CHECK (verdict IN ('QUARANTINED', 'REPORTED', 'CLEARED', 'RELEASED')),
    ADD COLUMN verdict_number bigint NOT NULL DEFAULT 0,
    ADD COLUMN verdict_reason text,
    ADD COLUMN verdict_at     timestamptz,
    ADD COLUMN verdict_until  timestamptz,
    -- How often it was put in quarantine in close succession, and when last: each time it stays there for longer.
    ADD COLUMN relapses       integer NOT NULL DEFAULT 0,
    ADD COLUMN quarantined_at timestamptz,
    ADD CONSTRAINT host_verdict CHECK (
        (verdict IS NULL) = (verdict_at IS NULL)
        AND (verdict IS NULL) = (verdict_reason IS NULL)
        AND (verdict IS NOT NULL AND verdict IN ('QUARANTINED', 'REPORTED')) = (verdict_until IS NOT NULL));
