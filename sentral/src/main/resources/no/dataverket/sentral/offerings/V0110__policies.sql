-- Who may create what, as operators decided it: for a tenant, for a project, or for the whole platform (the nil
-- scope). Where nothing is decided, the level above decides.
CREATE TABLE ${schema}.policy (
    scope        uuid NOT NULL,
    offering     text NOT NULL,
    availability text NOT NULL CHECK (availability IN ('SELF_SERVICE', 'OPERATOR_GATED', 'DISABLED')),
    PRIMARY KEY (scope, offering)
);
