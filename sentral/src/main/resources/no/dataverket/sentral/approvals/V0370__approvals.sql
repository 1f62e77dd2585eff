-- What waits for somebody's consent. The request is kept as it came, so that it can be carried out as it came.
CREATE TABLE ${schema}.approval (
    id           uuid PRIMARY KEY,
    state        text NOT NULL,
    class        text NOT NULL,
    action       text NOT NULL,
    subject      text NOT NULL,
    subject_name text NOT NULL,
    generation   bigint NOT NULL,
    hash         text NOT NULL,
    blast_radius jsonb NOT NULL,
    effects      jsonb NOT NULL,
    tenant       uuid,
    project      uuid,
    cause        text NOT NULL,
    reason       text,
    eligible     text NOT NULL,
    needed       int NOT NULL CHECK (needed > 0),
    requester    jsonb NOT NULL,
    requester_id uuid NOT NULL,
    request      jsonb NOT NULL,
    task         uuid NOT NULL UNIQUE,
    decisions    jsonb NOT NULL DEFAULT '[]',
    deciders     jsonb NOT NULL DEFAULT '[]',
    error        jsonb,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    finished_at  timestamptz,
    CHECK ((finished_at IS NULL) = (state IN ('PENDING', 'APPROVED'))),
    CHECK (state <> 'VOID' OR error IS NOT NULL)
);
CREATE INDEX approval_open ON ${schema}.approval (expires_at) WHERE finished_at IS NULL;
CREATE INDEX approval_tenant ON ${schema}.approval (tenant, id DESC);
CREATE INDEX approval_requester ON ${schema}.approval (requester_id, id DESC);
-- Nobody asks twice at a time for the same on the same resource.
CREATE UNIQUE INDEX approval_once ON ${schema}.approval (subject, action, hash, requester_id) WHERE finished_at IS NULL;
