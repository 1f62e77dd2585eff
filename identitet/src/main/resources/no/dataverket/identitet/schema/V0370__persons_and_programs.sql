-- Only persons approve. Whoever came before there was a difference is a program, but for the first operator.
ALTER TABLE ${schema}.principal
    ADD COLUMN kind    text NOT NULL DEFAULT 'MACHINE' CHECK (kind IN ('HUMAN', 'MACHINE')),
    -- Who made this principal, who made those, and so on, without the first operator, who vouches for all.
    ADD COLUMN issuers uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN first   boolean NOT NULL DEFAULT false;
UPDATE ${schema}.principal p SET kind = 'HUMAN', first = true
FROM ${schema}.token t WHERE t.principal = p.id AND t.created_by = 'service:identitet';
