-- The sizes that machines come in. A row is never changed but by its retirement, and never removed: machines name it.
CREATE TABLE ${schema}.shape (
    id               uuid PRIMARY KEY,
    name             text NOT NULL CONSTRAINT shape_name UNIQUE,
    description      text NOT NULL,
    vcpus            integer NOT NULL CHECK (vcpus > 0),
    memory_mib       integer NOT NULL CHECK (memory_mib > 0),
    disk_gib         integer NOT NULL CHECK (disk_gib > 0),
    -- The only class of hypervisors that its machines run on; any where null.
    hypervisor_class text,
    everyone         boolean NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT now(),
    retired_at       timestamptz
);

-- Who may use a shape that is not for everyone: a project, or all of a tenant where there is none.
CREATE TABLE ${schema}.shape_offer (
    shape   uuid NOT NULL REFERENCES ${schema}.shape (id),
    tenant  uuid NOT NULL,
    project uuid,
    UNIQUE NULLS NOT DISTINCT (shape, tenant, project)
);
CREATE INDEX shape_offer_tenant ON ${schema}.shape_offer (tenant, project);
