-- Lists are walked in order of id within their scope, or what is asked for is rare, found by its own index and sorted.
CREATE INDEX resource_kind ON ${schema}.resource (kind, id);
DROP INDEX ${schema}.resource_datacenter;
CREATE INDEX resource_datacenter ON ${schema}.resource (kind, datacenter, id);
CREATE INDEX resource_phase ON ${schema}.resource (kind, phase, id);
CREATE INDEX resource_name_prefix ON ${schema}.resource (kind, name text_pattern_ops);
CREATE INDEX resource_updated ON ${schema}.resource (kind, updated_at);
CREATE INDEX resource_labels ON ${schema}.resource USING gin ((spec -> 'labels'));
-- How often each label occurs decides which way is taken; the usual sample knows too few of them.
ALTER INDEX ${schema}.resource_labels ALTER COLUMN 1 SET STATISTICS 1000;
