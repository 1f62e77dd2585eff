-- Where hypervisors and what was decided about their machines differ, or did. Of what is unknown there is no machine.
CREATE TABLE ${schema}.vm_drift (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('MISSING', 'CHANGED', 'STOPPED', 'RUNNING', 'UNKNOWN')),
    vm              uuid,
    subject         text NOT NULL,
    hypervisor      uuid NOT NULL,
    hypervisor_name text NOT NULL,
    datacenter      text NOT NULL,
    expected        text NOT NULL,
    seen            text NOT NULL,
    action          text NOT NULL CHECK (action IN ('REPAIR', 'REPORT')),
    done            text,
    repairs         integer NOT NULL DEFAULT 0,
    first_seen      timestamptz NOT NULL,
    last_seen       timestamptz NOT NULL,
    resolved_at     timestamptz,
    CONSTRAINT vm_drift_unknown_is_reported CHECK (kind <> 'UNKNOWN' OR (vm IS NULL AND action = 'REPORT'))
);
CREATE UNIQUE INDEX vm_drift_of_machine ON ${schema}.vm_drift (vm, kind) WHERE resolved_at IS NULL AND vm IS NOT NULL;
CREATE UNIQUE INDEX vm_drift_unknown ON ${schema}.vm_drift (hypervisor, subject) WHERE resolved_at IS NULL AND vm IS NULL;
CREATE INDEX vm_drift_hypervisor ON ${schema}.vm_drift (hypervisor) WHERE resolved_at IS NULL;
CREATE INDEX vm_drift_history ON ${schema}.vm_drift (vm, resolved_at);
CREATE INDEX vm_drift_resolved ON ${schema}.vm_drift (resolved_at) WHERE resolved_at IS NOT NULL;
