-- Somebody who may do something. Tokens and roles hang on the principal, not on each other, so that another way to
-- prove who one is needs no other roles.
CREATE TABLE ${schema}.principal (
    id         uuid PRIMARY KEY,
    name       text NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE ${schema}.role_binding (
    principal uuid NOT NULL REFERENCES ${schema}.principal,
    role      text NOT NULL,
    tenant    uuid,
    project   uuid,
    CONSTRAINT role_binding_once UNIQUE NULLS NOT DISTINCT (principal, role, tenant, project),
    CONSTRAINT role_binding_scope CHECK (CASE role
        WHEN 'PLATFORM_OPERATOR' THEN tenant IS NULL AND project IS NULL
        WHEN 'TENANT_ADMIN' THEN tenant IS NOT NULL AND project IS NULL
        WHEN 'PROJECT_EDITOR' THEN tenant IS NOT NULL AND project IS NOT NULL
        WHEN 'PROJECT_VIEWER' THEN tenant IS NOT NULL AND project IS NOT NULL
        ELSE false END)
);
CREATE INDEX role_binding_tenant ON ${schema}.role_binding (tenant);

-- A proof of being a principal. Only the hash of its secret is here; tenant and project say where the name is unique.
CREATE TABLE ${schema}.token (
    id           uuid PRIMARY KEY,
    principal    uuid NOT NULL REFERENCES ${schema}.principal,
    name         text NOT NULL,
    tenant       uuid,
    project      uuid,
    hash         text NOT NULL CONSTRAINT token_hash UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
    created_by   text NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);
CREATE UNIQUE INDEX token_name ON ${schema}.token (name, tenant, project) NULLS NOT DISTINCT WHERE revoked_at IS NULL;
CREATE INDEX token_principal ON ${schema}.token (principal);
