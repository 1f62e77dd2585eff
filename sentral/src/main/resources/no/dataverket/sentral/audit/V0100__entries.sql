CREATE TABLE ${schema}.entry (
    id          uuid PRIMARY KEY,
    at          timestamptz NOT NULL DEFAULT now(),
    actor       text NOT NULL,
    action      text NOT NULL,
    target      text,
    target_name text NOT NULL,
    tenant      uuid,
    project     uuid,
    environment uuid,
    request_id  text NOT NULL,
    task        uuid,
    outcome     text NOT NULL
);
CREATE INDEX entry_tenant ON ${schema}.entry (tenant, id DESC);
CREATE INDEX entry_target ON ${schema}.entry (target, id DESC);
CREATE INDEX entry_request ON ${schema}.entry (request_id);
