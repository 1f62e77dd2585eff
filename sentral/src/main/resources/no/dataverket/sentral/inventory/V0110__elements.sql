-- What was declared, of what kind it may be, and what of it is trusted. Kinds and fields are those of ElementKind.
CREATE TABLE ${schema}.element (
    id           uuid PRIMARY KEY,
    kind         text NOT NULL,
    key          text NOT NULL CONSTRAINT element_key UNIQUE,
    datacenter   text,
    name         text NOT NULL,
    declared     jsonb NOT NULL,
    -- Who last declared a field on which others rely. They can't be the one who makes it trusted.
    declared_by  uuid,
    -- The fields on which others rely, as a second operator approved them; NULL where nobody did.
    trusted      jsonb,
    -- When a complete observation last agreed with the declaration.
    confirmed_at timestamptz,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    device       text GENERATED ALWAYS AS (declared ->> 'device') STORED,
    rack         text GENERATED ALWAYS AS (declared ->> 'rack') STORED,
    serial       text GENERATED ALWAYS AS (declared ->> 'serial') STORED,
    asset_tag    text GENERATED ALWAYS AS (declared ->> 'asset_tag') STORED,
    mac          text GENERATED ALWAYS AS (declared ->> 'mac') STORED,
    hypervisor   text GENERATED ALWAYS AS (declared ->> 'hypervisor') STORED,
    units        int4range GENERATED ALWAYS AS (
        CASE WHEN declared ->> 'position' IS NOT NULL THEN
            int4range((declared ->> 'position')::int,
                      (declared ->> 'position')::int + coalesce((declared ->> 'height')::int, 1)) END) STORED,
    faces        int4range GENERATED ALWAYS AS (
        CASE declared ->> 'face' WHEN 'FRONT' THEN int4range(0, 1) WHEN 'REAR' THEN int4range(1, 2)
                                 ELSE int4range(0, 2) END) STORED,
    CHECK ((kind = 'REGION') = (datacenter IS NULL)),
    CHECK ((kind = 'PORT') = (declared ->> 'device' IS NOT NULL)),
    -- Deferrable, so that one plan may let two devices change places.
    CONSTRAINT element_serial UNIQUE (serial) DEFERRABLE,
    CONSTRAINT element_asset_tag UNIQUE (asset_tag) DEFERRABLE,
    CONSTRAINT element_mac UNIQUE (mac) DEFERRABLE,
    CONSTRAINT element_hypervisor UNIQUE (hypervisor) DEFERRABLE,
    CONSTRAINT element_rack_unit EXCLUDE USING gist (rack WITH =, units WITH &&, faces WITH &&)
        WHERE (rack IS NOT NULL AND units IS NOT NULL) DEFERRABLE
);
CREATE INDEX element_list ON ${schema}.element (kind, datacenter, id);
CREATE INDEX element_device ON ${schema}.element (device) WHERE device IS NOT NULL;
CREATE INDEX element_datacenter ON ${schema}.element (datacenter);

-- Relations, worked out of the declarations; they go with the element whose declaration they are.
CREATE TABLE ${schema}.edge (
    owner   uuid NOT NULL REFERENCES ${schema}.element ON DELETE CASCADE,
    source  text NOT NULL,
    type    text NOT NULL,
    target  text NOT NULL CONSTRAINT edge_target REFERENCES ${schema}.element (key) DEFERRABLE,
    -- A hypervisor may be declared on a device before it is registered.
    declared_source text GENERATED ALWAYS AS (CASE WHEN type <> 'RUNS_ON' THEN source END) STORED
        CONSTRAINT edge_source REFERENCES ${schema}.element (key) DEFERRABLE,
    PRIMARY KEY (source, type, target)
);
CREATE INDEX edge_target_index ON ${schema}.edge (target);
CREATE INDEX edge_owner ON ${schema}.edge (owner);
-- A port is in one link only.
CREATE UNIQUE INDEX edge_port_once ON ${schema}.edge (target) WHERE type = 'CONNECTED_TO';

-- Rises with each change of the declarations. A plan is good for one number.
CREATE TABLE ${schema}.inventory_generation (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    number bigint NOT NULL
);
INSERT INTO ${schema}.inventory_generation (number) VALUES (1);

INSERT INTO ${schema}.element (id, kind, key, datacenter, name, declared)
SELECT gen_random_uuid(), 'DATACENTER', 'datacenter.' || name, name, name,
       CASE WHEN description = '' THEN '{}'::jsonb ELSE jsonb_build_object('description', description) END
FROM ${schema}.datacenter;

CREATE TABLE ${schema}.inventory_plan (
    id         uuid PRIMARY KEY,
    hash       text NOT NULL,
    parent     bigint NOT NULL,
    prune      boolean NOT NULL,
    actions    jsonb NOT NULL,
    unmentioned text[] NOT NULL,
    unchanged  int NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    applied_by text,
    applied_at timestamptz,
    trust_change uuid,
    CHECK ((applied_by IS NULL) = (applied_at IS NULL))
);

CREATE TABLE ${schema}.trust_change (
    id           uuid PRIMARY KEY,
    -- What it comes from: 'declaration' for all that was declared and is not trusted yet, or 'drift'.
    origin       text NOT NULL CHECK (origin IN ('declaration', 'drift')),
    actions      jsonb NOT NULL,
    hash         text NOT NULL,
    state        text NOT NULL CHECK (state IN ('PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'VOID')),
    requesters   uuid[] NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    decider      uuid,
    decided_by   text,
    decided_at   timestamptz,
    comment      text,
    CONSTRAINT trust_change_four_eyes CHECK (state <> 'APPROVED' OR NOT decider = ANY (requesters)),
    CHECK ((state = 'PENDING_APPROVAL') = (decided_at IS NULL))
);
CREATE UNIQUE INDEX trust_change_one_declaration ON ${schema}.trust_change (origin)
    WHERE origin = 'declaration' AND state = 'PENDING_APPROVAL';

-- What somebody saw. Written once.
CREATE TABLE ${schema}.observation (
    id          uuid PRIMARY KEY,
    source      text NOT NULL,
    scope       text NOT NULL,
    datacenter  text NOT NULL,
    observed_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    complete    boolean NOT NULL,
    kinds       text[] NOT NULL,
    subjects    jsonb NOT NULL
);
CREATE INDEX observation_newest ON ${schema}.observation (datacenter, scope, source, observed_at DESC) WHERE complete;
CREATE INDEX observation_age ON ${schema}.observation (recorded_at);

CREATE FUNCTION ${schema}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an observation is never changed';
END $$;
CREATE TRIGGER observation_is_immutable BEFORE UPDATE ON ${schema}.observation
    FOR EACH ROW EXECUTE FUNCTION ${schema}.refuse_change();

CREATE TABLE ${schema}.drift (
    id            uuid PRIMARY KEY,
    subject       text NOT NULL,
    datacenter    text NOT NULL,
    -- '' where the whole subject is missing or extra.
    field         text NOT NULL,
    difference    text NOT NULL CHECK (difference IN ('MISSING', 'EXTRA', 'DIFFERENT')),
    declared      text,
    observed      text,
    severity      text NOT NULL,
    state         text NOT NULL DEFAULT 'OPEN',
    since         timestamptz NOT NULL,
    observed_at   timestamptz NOT NULL,
    source        text NOT NULL,
    ignored_until timestamptz,
    reason        text,
    trust_change  uuid,
    CONSTRAINT drift_once UNIQUE (subject, field),
    CHECK ((state = 'IGNORED') = (ignored_until IS NOT NULL)),
    CHECK (state <> 'PENDING_APPROVAL' OR trust_change IS NOT NULL)
);
CREATE INDEX drift_datacenter ON ${schema}.drift (datacenter, id);
