-- The newest change of a resource that was let in: an older one, or one that was undone since, changes nothing any more.
CREATE TABLE guard (
    resource   uuid PRIMARY KEY,
    generation bigint NOT NULL,
    task       uuid NOT NULL,
    removed    boolean NOT NULL
);

-- Networks that are wanted. A network that is no longer wanted has no row; what it leaves behind is in the realisations.
CREATE TABLE network (
    id         uuid PRIMARY KEY,
    datacenter text NOT NULL,
    prefix_id  uuid NOT NULL REFERENCES prefix,
    prefix     cidr NOT NULL,
    gateway    inet NOT NULL,
    vlan       int NOT NULL,
    egress     boolean NOT NULL,
    mtu        int NOT NULL,
    -- What was last said of it, to say it again only when it changed.
    observed   jsonb
);

-- A detached port stays until the host was seen without it.
CREATE TABLE port (
    id         uuid PRIMARY KEY,
    vm         uuid NOT NULL,
    number     int NOT NULL CHECK (number BETWEEN 0 AND 99),
    network_id uuid NOT NULL,
    hypervisor uuid NOT NULL,
    mac        text NOT NULL,
    address    inet NOT NULL,
    vlan       int NOT NULL,
    device     text NOT NULL,
    state      text NOT NULL CHECK (state IN ('ATTACHED', 'DETACHED'))
);
CREATE UNIQUE INDEX port_attached ON port (vm, number) WHERE state = 'ATTACHED';
CREATE UNIQUE INDEX port_device ON port (device) WHERE state = 'ATTACHED';
CREATE INDEX port_vm ON port (vm);
CREATE INDEX port_network ON port (network_id);
CREATE INDEX port_hypervisor ON port (hypervisor);
