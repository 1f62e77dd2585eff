-- Which snapshots a volume has.
CREATE INDEX resource_snapshot ON ${schema}.resource ((spec ->> 'volume'), id) WHERE kind = 'SNAPSHOT';
