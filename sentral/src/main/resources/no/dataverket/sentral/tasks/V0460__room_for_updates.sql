-- Tasks and steps are written several times in their first seconds. Where the page has room for the new version, and no
-- indexed column changes, PostgreSQL needs to touch none of the indexes.
ALTER TABLE ${schema}.task SET (fillfactor = 60);
ALTER TABLE ${schema}.step SET (fillfactor = 60);
