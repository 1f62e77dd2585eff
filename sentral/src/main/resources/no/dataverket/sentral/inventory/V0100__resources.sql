CREATE TABLE ${schema}.datacenter (
    id          uuid PRIMARY KEY,
    name        text NOT NULL CONSTRAINT datacenter_name UNIQUE,
    description text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);

-- Desired state and last known truth of everything that has a life of its own.
CREATE TABLE ${schema}.resource (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL,
    tenant      uuid,
    project     uuid,
    environment uuid,
    datacenter  text NOT NULL,
    name        text NOT NULL,
    generation  bigint NOT NULL DEFAULT 1,
    phase       text NOT NULL,
    spec        jsonb NOT NULL,
    status      jsonb NOT NULL,
    active_task uuid,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now()
);
-- What belongs to an environment has its name there; what belongs to the platform has it in its datacenter.
CREATE UNIQUE INDEX resource_name ON ${schema}.resource (kind, environment, name) WHERE environment IS NOT NULL;
CREATE UNIQUE INDEX platform_resource_name ON ${schema}.resource (kind, datacenter, name) WHERE environment IS NULL;
CREATE INDEX resource_project ON ${schema}.resource (kind, project, id);
CREATE INDEX resource_tenant ON ${schema}.resource (kind, tenant, id);
CREATE INDEX resource_environment ON ${schema}.resource (environment, kind, id);
CREATE INDEX resource_datacenter ON ${schema}.resource (datacenter, kind);
