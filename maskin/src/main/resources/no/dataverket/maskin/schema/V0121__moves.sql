-- It was stopped and taken off its host, so that another may have it.
ALTER TABLE ${schema}.vm ADD COLUMN left_host boolean NOT NULL DEFAULT false;
-- A machine that has left by itself needs no proof.
ALTER TABLE ${schema}.vm_move ALTER COLUMN fence DROP NOT NULL;
