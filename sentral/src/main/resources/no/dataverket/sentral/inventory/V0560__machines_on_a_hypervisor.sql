-- Which machines are on a hypervisor. A column of its own, and not an index over the status: that would have to be
-- written whenever anything in the status changes, also where nothing is said but that it was seen again.
ALTER TABLE ${schema}.resource
    ADD COLUMN hypervisor text GENERATED ALWAYS AS (CASE WHEN kind = 'VM' THEN status ->> 'hypervisor' END) STORED;
CREATE INDEX resource_hypervisor ON ${schema}.resource (hypervisor, id) WHERE hypervisor IS NOT NULL;
