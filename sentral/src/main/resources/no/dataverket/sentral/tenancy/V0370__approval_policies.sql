-- What needs an approval in a tenant, beyond what needs one everywhere. A tenant without a row has the usual policy.
CREATE TABLE ${schema}.approval_policy (
    tenant     uuid PRIMARY KEY REFERENCES ${schema}.scope ON DELETE CASCADE,
    policy     jsonb NOT NULL,
    generation bigint NOT NULL
);
