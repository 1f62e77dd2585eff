-- Networks that operators provide: to whose machines, beside those of the network's own environment.
CREATE TABLE ${schema}.network_share (
    id      uuid PRIMARY KEY,
    network uuid NOT NULL,
    tenant  uuid NOT NULL,
    project uuid,
    UNIQUE NULLS NOT DISTINCT (network, tenant, project)
);
CREATE INDEX network_share_tenant ON ${schema}.network_share (tenant, project);
