-- A limit holds everywhere, or in one datacenter. A budget of one datacenter is there only where a limit is.
ALTER TABLE ${schema}.budget ADD COLUMN datacenter text NOT NULL DEFAULT '';
ALTER TABLE ${schema}.budget DROP CONSTRAINT budget_pkey;
ALTER TABLE ${schema}.budget ADD PRIMARY KEY (owner, dimension, datacenter);

-- Where that which uses is, so that its use counts against the limits of that datacenter too.
ALTER TABLE ${schema}.charge ADD COLUMN datacenter text NOT NULL DEFAULT '';

-- What a resource uses from a moment on; zero when it uses no more. Only added to: all accounting is derived
-- from it, and can be derived again.
CREATE TABLE ${schema}.usage_event (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL,
    resource    uuid NOT NULL,
    kind        text NOT NULL,
    dimension   text NOT NULL,
    amount      bigint NOT NULL CHECK (amount >= 0),
    datacenter  text NOT NULL,
    tenant      uuid NOT NULL,
    project     uuid,
    environment uuid
);

CREATE FUNCTION ${schema}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER usage_event_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.usage_event
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse_change();

-- The same as intervals, as it is asked for. The number is that of the event that began it.
CREATE TABLE ${schema}.usage (
    number      bigint PRIMARY KEY,
    resource    uuid NOT NULL,
    kind        text NOT NULL,
    dimension   text NOT NULL,
    amount      bigint NOT NULL CHECK (amount > 0),
    datacenter  text NOT NULL,
    tenant      uuid NOT NULL,
    project     uuid,
    environment uuid,
    began       timestamptz NOT NULL,
    ended       timestamptz CHECK (ended >= began)
);
CREATE UNIQUE INDEX usage_open ON ${schema}.usage (resource, dimension) WHERE ended IS NULL;
CREATE INDEX usage_scope ON ${schema}.usage (tenant, project, began);

-- What was there before is used from now on. The resource's place is asked of the inventory once, where there
-- is one already: a new installation makes it after this, and has nothing to ask.
DO $$
BEGIN
    IF to_regclass('inventory.resource') IS NOT NULL THEN
        UPDATE ${schema}.charge c SET datacenter = r.datacenter FROM inventory.resource r WHERE r.id = c.resource;
        INSERT INTO ${schema}.usage_event
            (at, resource, kind, dimension, amount, datacenter, tenant, project, environment)
        SELECT now(), c.resource, r.kind, c.dimension, c.amount, c.datacenter, r.tenant, r.project, r.environment
        FROM ${schema}.charge c JOIN inventory.resource r ON r.id = c.resource AND r.tenant = c.owner;
        INSERT INTO ${schema}.usage
            (number, resource, kind, dimension, amount, datacenter, tenant, project, environment, began)
        SELECT number, resource, kind, dimension, amount, datacenter, tenant, project, environment, at
        FROM ${schema}.usage_event;
    END IF;
END
$$;

-- Two dimensions are new.
INSERT INTO ${schema}.budget (owner, dimension)
SELECT s.id, d.dimension FROM ${schema}.scope s CROSS JOIN (VALUES ('running_vcpus'), ('disk_gib')) AS d (dimension);
