-- Hosts with their capacity: what is promised, what of it is reserved.
CREATE TABLE ${schema}.host (
    id                  uuid PRIMARY KEY,
    name                text NOT NULL,
    datacenter          text NOT NULL,
    driver              text NOT NULL,
    endpoint            text NOT NULL,
    generation          bigint NOT NULL,
    schedulable         boolean NOT NULL DEFAULT true,
    reachable           boolean NOT NULL,
    -- Why it can't be reached, or what else people should know of it.
    message             text,
    reachable_changed_at timestamptz NOT NULL DEFAULT now(),
    vcpus               integer NOT NULL CHECK (vcpus > 0),
    memory_mib          integer NOT NULL CHECK (memory_mib > 0),
    vcpus_reserved      integer NOT NULL DEFAULT 0,
    memory_mib_reserved integer NOT NULL DEFAULT 0,
    free_memory_share   double precision NOT NULL GENERATED ALWAYS AS
        ((memory_mib - memory_mib_reserved)::double precision / memory_mib) STORED,
    machine_type        text NOT NULL,
    foreign_domains     integer NOT NULL DEFAULT 0,
    registered_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT host_name UNIQUE (datacenter, name),
    CONSTRAINT host_endpoint UNIQUE (driver, endpoint),
    CONSTRAINT host_vcpus_promised CHECK (vcpus_reserved BETWEEN 0 AND vcpus),
    CONSTRAINT host_memory_promised CHECK (memory_mib_reserved BETWEEN 0 AND memory_mib)
) WITH (fillfactor = 50);

-- Placement reads candidates in the order of their score and stops at the first that fits.
CREATE INDEX host_candidates ON ${schema}.host (datacenter, free_memory_share DESC, name)
    WHERE schedulable AND reachable;

-- Image versions in the store; the manifest says what their files are.
CREATE TABLE ${schema}.image (
    id          uuid PRIMARY KEY,
    name        text NOT NULL,
    version     text NOT NULL,
    manifest    jsonb NOT NULL,
    removing    boolean NOT NULL DEFAULT false,
    imported_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT image_version UNIQUE (name, version)
);

-- Machines that have a place. The row comes before anything on the host and goes after everything there is gone.
CREATE TABLE ${schema}.vm (
    id             uuid PRIMARY KEY,
    host           uuid NOT NULL REFERENCES ${schema}.host (id),
    tenant         uuid,
    project        uuid,
    environment    uuid,
    -- PLACED: nothing on the host; PREPARED: files may be there; DEFINED: the host is held to the definition;
    -- REMOVING: what is there goes.
    state          text NOT NULL CHECK (state IN ('PLACED', 'PREPARED', 'DEFINED', 'REMOVING')),
    vcpus          integer NOT NULL CHECK (vcpus > 0),
    memory_mib     integer NOT NULL CHECK (memory_mib > 0),
    explanation    text NOT NULL,
    image          uuid REFERENCES ${schema}.image (id),
    disk_path      text,
    seed_path      text,
    definition     jsonb,
    power          text CHECK (power IN ('RUNNING', 'OFF')),
    -- Who decided last, and how often that changed: the revision is what the host is told.
    generation     bigint NOT NULL,
    task           uuid NOT NULL,
    epoch          bigint NOT NULL,
    revision       bigint NOT NULL,
    observed_power text NOT NULL DEFAULT 'ABSENT',
    observed_drift text NOT NULL DEFAULT '',
    observed_at    timestamptz,
    repairs        integer NOT NULL DEFAULT 0,
    repairs_since  timestamptz,
    repaired_at    timestamptz,
    given_up       boolean NOT NULL DEFAULT false,
    placed_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT vm_definition CHECK (state <> 'DEFINED' OR (definition IS NOT NULL AND power IS NOT NULL))
);
CREATE INDEX vm_host ON ${schema}.vm (host);
CREATE INDEX vm_image ON ${schema}.vm (image);

-- Machines that were removed, and by whom, so that a late command does not bring one back.
CREATE TABLE ${schema}.removed_vm (
    id         uuid PRIMARY KEY,
    generation bigint NOT NULL,
    task       uuid NOT NULL,
    epoch      bigint NOT NULL,
    revision   bigint NOT NULL,
    removed_at timestamptz NOT NULL DEFAULT now()
);
