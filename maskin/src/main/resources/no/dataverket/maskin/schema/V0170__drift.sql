-- What is done about machines that are not as they should be; and which domains there are of which nothing is known.
ALTER TABLE ${schema}.host
    ADD COLUMN on_missing text NOT NULL DEFAULT 'REPAIR' CHECK (on_missing IN ('REPAIR', 'REPORT')),
    ADD COLUMN on_changed text NOT NULL DEFAULT 'REPAIR' CHECK (on_changed IN ('REPAIR', 'REPORT')),
    ADD COLUMN on_stopped text NOT NULL DEFAULT 'REPAIR' CHECK (on_stopped IN ('REPAIR', 'REPORT')),
    ADD COLUMN on_running text NOT NULL DEFAULT 'REPAIR' CHECK (on_running IN ('REPAIR', 'REPORT')),
    ADD COLUMN strangers  text[] NOT NULL DEFAULT '{}';
-- Whether what was told last of a machine came of comparing it; if not, what was told to differ may be gone.
ALTER TABLE ${schema}.vm ADD COLUMN compared boolean NOT NULL DEFAULT true;
