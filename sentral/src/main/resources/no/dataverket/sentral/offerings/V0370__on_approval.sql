-- Between self-service and operators: whoever's role allows it asks, and an operator approves.
ALTER TABLE ${schema}.policy DROP CONSTRAINT policy_availability_check;
ALTER TABLE ${schema}.policy ADD CONSTRAINT policy_availability_check
    CHECK (availability IN ('SELF_SERVICE', 'ON_APPROVAL', 'OPERATOR_GATED', 'DISABLED'));
