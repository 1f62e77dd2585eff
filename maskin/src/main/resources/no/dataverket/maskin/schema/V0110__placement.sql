-- A class of hosts: how much more is promised to machines than a host has, and what is kept for the host itself.
CREATE TABLE ${schema}.host_class (
    name                text PRIMARY KEY,
    vcpus_per_processor integer NOT NULL CHECK (vcpus_per_processor BETWEEN 1 AND 32),
    memory_percent      integer NOT NULL CHECK (memory_percent BETWEEN 10 AND 200),
    reserve_mib         integer NOT NULL CHECK (reserve_mib >= 0)
);
INSERT INTO ${schema}.host_class VALUES ('standard', 4, 100, 1024), ('dedicated', 1, 100, 1024), ('dense', 8, 100, 1024);

-- What a host fails together with, where it stands, what it reaches; unknown, or everything, where null.
ALTER TABLE ${schema}.host
    ADD COLUMN host_class   text NOT NULL DEFAULT 'standard' REFERENCES ${schema}.host_class (name),
    ADD COLUMN rack         text,
    ADD COLUMN power        text,
    ADD COLUMN room         text,
    ADD COLUMN jurisdiction text,
    ADD COLUMN networks     text[],
    ADD COLUMN images       text[],
    ADD COLUMN maintenance  boolean NOT NULL DEFAULT false,
    ADD COLUMN quarantined  boolean NOT NULL DEFAULT false,
    -- Rises with each change, so that of two readings the newer one is known.
    ADD COLUMN change       bigint NOT NULL DEFAULT 1,
    -- Rises with each change of anything that placement asks besides room.
    ADD COLUMN nature       bigint NOT NULL DEFAULT 1,
    -- Who changed it: what changed since a reading has at least the oldest transaction that ran then.
    ADD COLUMN changed_in   xid8 NOT NULL DEFAULT pg_current_xact_id();
-- The fleet is kept in memory.
DROP INDEX ${schema}.host_candidates;
CREATE INDEX host_changed ON ${schema}.host (changed_in);

CREATE FUNCTION ${schema}.host_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.change := OLD.change + 1;
    NEW.changed_in := pg_current_xact_id();
    IF (NEW.name, NEW.datacenter, NEW.schedulable, NEW.maintenance, NEW.quarantined, NEW.reachable, NEW.host_class,
        NEW.jurisdiction, NEW.rack, NEW.power, NEW.room, NEW.networks, NEW.images)
       IS DISTINCT FROM
       (OLD.name, OLD.datacenter, OLD.schedulable, OLD.maintenance, OLD.quarantined, OLD.reachable, OLD.host_class,
        OLD.jurisdiction, OLD.rack, OLD.power, OLD.room, OLD.networks, OLD.images)
    THEN
        NEW.nature := OLD.nature + 1;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER host_changes BEFORE UPDATE ON ${schema}.host
    FOR EACH ROW EXECUTE FUNCTION ${schema}.host_changes();

-- One row: how often a host was taken out, as a reading of what changed does not show what is gone.
CREATE TABLE ${schema}.fleet (
    one      integer PRIMARY KEY DEFAULT 1 CHECK (one = 1),
    removals bigint NOT NULL
);
INSERT INTO ${schema}.fleet (removals) VALUES (0);
CREATE FUNCTION ${schema}.host_goes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE ${schema}.fleet SET removals = removals + 1;
    RETURN NULL;
END $$;
CREATE TRIGGER host_goes AFTER DELETE ON ${schema}.host
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.host_goes();

-- What a datacenter's operator decided; without a row, machines are spread.
CREATE TABLE ${schema}.placement_policy (
    datacenter text PRIMARY KEY,
    strategy   text NOT NULL CHECK (strategy IN ('SPREAD', 'BIN_PACK')),
    version    bigint NOT NULL
);

-- Machines that are kept apart. The row is locked by whoever places one of them, and goes with the last of them.
CREATE TABLE ${schema}.placement_group (
    id          uuid PRIMARY KEY,
    environment uuid,
    name        text NOT NULL,
    rules       jsonb NOT NULL
);
ALTER TABLE ${schema}.vm ADD COLUMN placement_group uuid REFERENCES ${schema}.placement_group (id);
CREATE INDEX vm_placement_group ON ${schema}.vm (placement_group) WHERE placement_group IS NOT NULL;

-- What was decided about each machine, and why. That of a placed machine goes with it.
CREATE TABLE ${schema}.placement_decision (
    vm             uuid PRIMARY KEY,
    outcome        text NOT NULL CHECK (outcome IN ('PLACED', 'REFUSED')),
    policy_version bigint NOT NULL,
    document       jsonb NOT NULL,
    decided_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX placement_refused ON ${schema}.placement_decision (decided_at) WHERE outcome = 'REFUSED';
