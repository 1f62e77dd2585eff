-- Lists tell how much a plan does without reading all that it does.
ALTER TABLE ${schema}.inventory_plan
    ADD COLUMN creates int NOT NULL DEFAULT 0,
    ADD COLUMN changes int NOT NULL DEFAULT 0,
    ADD COLUMN deletes int NOT NULL DEFAULT 0,
    -- Who made it. They can't be the one who applies it where it takes away what is trusted.
    ADD COLUMN creator uuid;
UPDATE ${schema}.inventory_plan SET
    creates = jsonb_array_length(jsonb_path_query_array(actions, '$[*] ? (@.action == "CREATE")')),
    changes = jsonb_array_length(jsonb_path_query_array(actions, '$[*] ? (@.action == "CHANGE")')),
    deletes = jsonb_array_length(jsonb_path_query_array(actions, '$[*] ? (@.action == "DELETE")'));

ALTER TABLE ${schema}.trust_change ADD COLUMN elements int NOT NULL DEFAULT 0;
UPDATE ${schema}.trust_change SET elements = jsonb_array_length(actions);

ALTER TABLE ${schema}.observation ADD COLUMN seen int GENERATED ALWAYS AS (jsonb_array_length(subjects)) STORED;

-- Differences as they stand now: one that is no longer ignored, or whose approval nobody gave in time, is open.
CREATE VIEW ${schema}.drift_now AS
SELECT d.id, d.subject, d.datacenter, d.field, d.difference, d.declared, d.observed, d.severity, d.since, d.observed_at,
       d.source, n.state,
       CASE WHEN n.state = 'IGNORED' THEN d.ignored_until END AS ignored_until,
       CASE WHEN n.state <> 'OPEN' THEN d.reason END AS reason,
       CASE WHEN n.state = 'PENDING_APPROVAL' THEN d.trust_change END AS trust_change
FROM ${schema}.drift d CROSS JOIN LATERAL (
    SELECT CASE
        WHEN d.state = 'IGNORED' AND d.ignored_until <= now() THEN 'OPEN'
        WHEN d.state = 'PENDING_APPROVAL' AND NOT EXISTS (
            SELECT FROM ${schema}.trust_change t
            WHERE t.id = d.trust_change AND t.state = 'PENDING_APPROVAL' AND t.expires_at > now()) THEN 'OPEN'
        ELSE d.state END AS state) n;
