-- Storage that several hosts see under the same paths; a host's own where null. What is believed of a host that does not
-- answer, and why one gets no machines.
ALTER TABLE ${schema}.host
    ADD COLUMN storage    text,
    ADD COLUMN lost       boolean NOT NULL DEFAULT false,
    ADD COLUMN quarantine text,
    ADD COLUMN fence      uuid;

-- Proofs that a lost host ran nothing any more. They outlive the host, and nobody changes them.
CREATE TABLE ${schema}.fence_proof (
    id          uuid PRIMARY KEY,
    host        uuid NOT NULL,
    host_name   text NOT NULL,
    means       text NOT NULL CHECK (means IN ('POWER_OFF', 'PORTS_DOWN', 'STORAGE_EXPIRED', 'OPERATORS_WORD')),
    evidence    text NOT NULL CHECK (evidence <> ''),
    stands_for  text NOT NULL,
    task        uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE FUNCTION ${schema}.fence_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a fence proof is never changed';
END $$;
CREATE TRIGGER fence_stays BEFORE UPDATE OR DELETE ON ${schema}.fence_proof
    FOR EACH ROW EXECUTE FUNCTION ${schema}.fence_stays();
ALTER TABLE ${schema}.host ADD CONSTRAINT host_fence FOREIGN KEY (fence) REFERENCES ${schema}.fence_proof (id);

-- The ownership rises each time a machine gets another host: who knows a lower one is refused.
ALTER TABLE ${schema}.vm
    ADD COLUMN ownership bigint NOT NULL DEFAULT 1,
    -- It has another place, and nothing is done there yet.
    ADD COLUMN moving    boolean NOT NULL DEFAULT false;
ALTER TABLE ${schema}.removed_vm ADD COLUMN ownership bigint NOT NULL DEFAULT 1;

-- From where to where machines went, and by what proof.
CREATE TABLE ${schema}.vm_move (
    vm        uuid NOT NULL,
    ownership bigint NOT NULL,
    from_host uuid NOT NULL,
    to_host   uuid NOT NULL,
    fence     uuid NOT NULL REFERENCES ${schema}.fence_proof (id),
    task      uuid NOT NULL,
    moved_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (vm, ownership)
);

CREATE OR REPLACE FUNCTION ${schema}.host_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.change := OLD.change + 1;
    NEW.changed_in := pg_current_xact_id();
    IF (NEW.name, NEW.datacenter, NEW.schedulable, NEW.maintenance, NEW.quarantined, NEW.reachable, NEW.host_class,
        NEW.jurisdiction, NEW.rack, NEW.power, NEW.room, NEW.networks, NEW.images, NEW.storage)
       IS DISTINCT FROM
       (OLD.name, OLD.datacenter, OLD.schedulable, OLD.maintenance, OLD.quarantined, OLD.reachable, OLD.host_class,
        OLD.jurisdiction, OLD.rack, OLD.power, OLD.room, OLD.networks, OLD.images, OLD.storage)
    THEN
        NEW.nature := OLD.nature + 1;
    END IF;
    RETURN NEW;
END $$;
