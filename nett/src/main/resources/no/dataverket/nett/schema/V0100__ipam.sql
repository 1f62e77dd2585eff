-- Address space. A datacenter has one routing table, so nothing in it may overlap.
CREATE TABLE vrf (
    id         uuid PRIMARY KEY,
    datacenter text NOT NULL UNIQUE
);

-- Containers are what the pool hands leaves out of; a leaf that was asked for by name may lie outside of all containers.
CREATE TABLE prefix (
    id               uuid PRIMARY KEY,
    vrf_id           uuid NOT NULL REFERENCES vrf,
    root_id          uuid REFERENCES prefix,
    prefix           cidr NOT NULL CHECK (family(prefix) = 4),
    kind             text NOT NULL CHECK (kind IN ('CONTAINER', 'LEAF')),
    owner            uuid CHECK ((owner IS NULL) = (kind = 'CONTAINER')),
    state            text NOT NULL CHECK (state IN ('ALLOCATED', 'QUARANTINED')),
    quarantine_until timestamptz CHECK ((quarantine_until IS NULL) = (state = 'ALLOCATED')),
    CONSTRAINT prefix_overlap EXCLUDE USING gist (vrf_id WITH =, kind WITH =, prefix inet_ops WITH &&)
);
CREATE UNIQUE INDEX prefix_owner ON prefix (owner);
CREATE INDEX prefix_quarantined ON prefix (quarantine_until) WHERE state = 'QUARANTINED';

-- Buddy list of a container. Whoever changes it holds the container's row.
CREATE TABLE free_block (
    root_id uuid NOT NULL REFERENCES prefix,
    block   cidr NOT NULL,
    PRIMARY KEY (root_id, block)
);
CREATE INDEX free_block_by_size ON free_block (root_id, masklen(block) DESC, block);

-- 256 addresses a row: one bit each, set where the address is not to be had.
CREATE TABLE chunk (
    prefix_id uuid NOT NULL REFERENCES prefix,
    base      inet NOT NULL CHECK (masklen(base) = 32),
    taken     bit(256) NOT NULL,
    free      int NOT NULL CHECK (free BETWEEN 0 AND 256),
    PRIMARY KEY (prefix_id, base)
);
CREATE INDEX chunk_with_room ON chunk (prefix_id, base) WHERE free > 0;

CREATE TABLE allocation (
    id               uuid PRIMARY KEY,
    vrf_id           uuid NOT NULL REFERENCES vrf,
    prefix_id        uuid NOT NULL REFERENCES prefix,
    address          inet NOT NULL CHECK (family(address) = 4 AND masklen(address) = 32),
    owner            uuid NOT NULL,
    purpose          text NOT NULL CHECK (purpose IN ('GATEWAY', 'PORT')),
    state            text NOT NULL CHECK (state IN ('ALLOCATED', 'QUARANTINED')),
    quarantine_until timestamptz CHECK ((quarantine_until IS NULL) = (state = 'ALLOCATED')),
    CONSTRAINT allocation_address UNIQUE (vrf_id, address),
    -- A retry of the same request finds the same address.
    CONSTRAINT allocation_owner UNIQUE (owner, purpose, prefix_id)
);
CREATE INDEX allocation_prefix ON allocation (prefix_id);
CREATE INDEX allocation_quarantined ON allocation (quarantine_until) WHERE state = 'QUARANTINED';

CREATE TABLE number_pool (
    id     uuid PRIMARY KEY,
    vrf_id uuid NOT NULL REFERENCES vrf,
    kind   text NOT NULL CHECK (kind IN ('VLAN')),
    UNIQUE (vrf_id, kind)
);

CREATE TABLE number (
    pool_id          uuid NOT NULL REFERENCES number_pool,
    value            bigint NOT NULL,
    owner            uuid CHECK ((owner IS NULL) = (state = 'FREE')),
    state            text NOT NULL CHECK (state IN ('FREE', 'ALLOCATED', 'QUARANTINED')),
    quarantine_until timestamptz CHECK ((quarantine_until IS NOT NULL) = (state = 'QUARANTINED')),
    PRIMARY KEY (pool_id, value),
    CONSTRAINT number_owner UNIQUE (pool_id, owner)
);
CREATE INDEX number_free ON number (pool_id, value) WHERE state = 'FREE';
CREATE INDEX number_quarantined ON number (quarantine_until) WHERE state = 'QUARANTINED';

-- Where something that is promised to an owner may be found in the world. A row is written before the effect, and goes
-- when its absence was seen; what is released is not handed out again while a row of its owner is left.
CREATE TABLE realisation (
    owner uuid NOT NULL,
    place uuid NOT NULL,
    -- Rises with each new promise, so that an absence seen before it proves nothing.
    stamp bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (owner, place)
);
