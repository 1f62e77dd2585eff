-- Prefixes in use in a datacenter: asked for, or told by Nett. The constraint decides who was first.
CREATE TABLE ${schema}.prefix_claim (
    network    uuid PRIMARY KEY,
    datacenter text NOT NULL,
    prefix     cidr NOT NULL,
    CONSTRAINT prefix_claim_overlap EXCLUDE USING gist (datacenter WITH =, prefix inet_ops WITH &&)
);

-- Interfaces of machines. The address is the one asked for until Nett tells the one it gave.
CREATE TABLE ${schema}.interface (
    vm        uuid NOT NULL,
    position  int NOT NULL,
    network   uuid NOT NULL,
    mac       text NOT NULL,
    requested inet,
    address   inet,
    PRIMARY KEY (vm, position),
    CONSTRAINT interface_network UNIQUE (vm, network),
    CONSTRAINT interface_address UNIQUE (network, address)
);
CREATE INDEX interface_by_network ON ${schema}.interface (network);

-- Answers kept for a day, so that a repeated request gives the same one.
CREATE TABLE ${schema}.idempotency (
    actor       uuid NOT NULL,
    key         text NOT NULL,
    fingerprint text NOT NULL,
    status      int,
    headers     jsonb,
    body        jsonb,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_age ON ${schema}.idempotency (created_at);
