-- Data volumes. The row of a removed one stays, so that a late command does not bring it back.
CREATE TABLE ${schema}.volume (
    id         uuid PRIMARY KEY,
    -- Null where it was removed before it was made.
    datacenter text,
    size_bytes bigint NOT NULL CHECK (size_bytes > 0),
    removed    boolean NOT NULL DEFAULT false,
    -- Who may write to it, as its disk number so many. The lease rises whenever that changes, and never falls.
    vm         uuid REFERENCES ${schema}.vm (id),
    position   integer CHECK (position BETWEEN 0 AND 7),
    lease      bigint NOT NULL DEFAULT 0,
    -- Who decided last about the volume itself.
    generation bigint NOT NULL,
    task       uuid NOT NULL,
    epoch      bigint NOT NULL,
    CONSTRAINT volume_attached CHECK ((vm IS NULL) = (position IS NULL)),
    CONSTRAINT volume_removed CHECK (NOT removed OR vm IS NULL)
);
CREATE UNIQUE INDEX volume_position ON ${schema}.volume (vm, position) WHERE vm IS NOT NULL;
