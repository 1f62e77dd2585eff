-- The lane that a task runs in, the task that began it, and the failed task that it takes up again.
ALTER TABLE ${schema}.task ADD COLUMN priority text NOT NULL DEFAULT 'INTERACTIVE'
    CHECK (priority IN ('INTERACTIVE', 'BACKGROUND'));
ALTER TABLE ${schema}.task ADD COLUMN parent uuid;
ALTER TABLE ${schema}.task ADD COLUMN retry_of uuid;
CREATE INDEX task_parent ON ${schema}.task (parent, id) WHERE parent IS NOT NULL;
-- A failed task is taken up again once; then it is the new one that may be.
CREATE UNIQUE INDEX task_retry ON ${schema}.task (retry_of) WHERE retry_of IS NOT NULL;
-- The tasks that wait for room in their lane, the oldest first.
CREATE INDEX task_lane ON ${schema}.task (id) WHERE blocker ->> 'kind' = 'LANE';
CREATE INDEX task_background ON ${schema}.task (id) WHERE priority = 'BACKGROUND' AND wake_at IS NOT NULL;
