-- Whether a task destroys: there is a limit of its own on how many of those a project has on their way.
ALTER TABLE ${schema}.task ADD COLUMN destructive boolean NOT NULL DEFAULT false;
UPDATE ${schema}.task SET destructive = true
WHERE wake_at IS NOT NULL AND kind ~ '\.(delete|stop|reboot|detach-network|empty)$';
-- At most how many tasks a project has on their way. It rises with each that is accepted and is counted anew only when
-- it reaches the limit: so nobody waits for the tasks that end.
CREATE TABLE ${schema}.project_load (
    project     uuid PRIMARY KEY,
    tasks       bigint NOT NULL,
    destructive bigint NOT NULL
) WITH (fillfactor = 50);
INSERT INTO ${schema}.project_load (project, tasks, destructive)
SELECT project, count(*), count(*) FILTER (WHERE destructive) FROM ${schema}.task
WHERE project IS NOT NULL AND wake_at IS NOT NULL AND parent IS NULL GROUP BY project;
