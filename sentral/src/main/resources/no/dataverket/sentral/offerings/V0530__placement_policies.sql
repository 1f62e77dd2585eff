-- How operators want the hypervisors of a datacenter filled; without a row, machines are spread.
CREATE TABLE ${schema}.placement_policy (
    datacenter text PRIMARY KEY,
    strategy   text NOT NULL CHECK (strategy IN ('SPREAD', 'BIN_PACK')),
    generation bigint NOT NULL CHECK (generation > 1)
);
