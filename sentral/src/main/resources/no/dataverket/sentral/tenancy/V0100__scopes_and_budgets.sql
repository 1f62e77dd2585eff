-- Tenants, projects and environments differ in what they hang under and in nothing else.
CREATE TABLE ${schema}.scope (
    id                  uuid PRIMARY KEY,
    kind                text NOT NULL CHECK (kind IN ('TENANT', 'PROJECT', 'ENVIRONMENT')),
    parent              uuid REFERENCES ${schema}.scope,
    tenant              uuid NOT NULL,
    project             uuid,
    name                text NOT NULL,
    description         text NOT NULL,
    labels              jsonb NOT NULL,
    deletion_protection boolean NOT NULL,
    generation          bigint NOT NULL DEFAULT 1,
    created_at          timestamptz NOT NULL DEFAULT now(),
    CHECK ((kind = 'TENANT') = (parent IS NULL)),
    CHECK ((kind = 'TENANT') = (project IS NULL)),
    CONSTRAINT scope_name UNIQUE NULLS NOT DISTINCT (parent, name)
);
CREATE INDEX scope_tenant ON ${schema}.scope (tenant, kind, id);

-- A limit and its use. The owner is a scope, a network (its addresses) or a datacenter (its capacity).
CREATE TABLE ${schema}.budget (
    owner     uuid NOT NULL,
    dimension text NOT NULL,
    used      bigint NOT NULL DEFAULT 0 CHECK (used >= 0),
    most      bigint CHECK (most >= 0),
    PRIMARY KEY (owner, dimension)
);

-- Who used how much of which budget, so that exactly that is given back; use is the sum of charges, always.
CREATE TABLE ${schema}.charge (
    resource  uuid NOT NULL,
    owner     uuid NOT NULL,
    dimension text NOT NULL,
    amount    bigint NOT NULL CHECK (amount > 0),
    PRIMARY KEY (resource, owner, dimension)
);
