-- How far each chain reaches. A transaction that writes audit entries takes any chain that no other one holds, so that
-- they don't wait for each other; it holds it until its end, so that a chain has no gaps. See ADR 0014.
CREATE TABLE ${schema}.chain (
    number int PRIMARY KEY,
    length bigint NOT NULL,
    head   bytea NOT NULL
) WITH (fillfactor = 10);
INSERT INTO ${schema}.chain
SELECT number, 0, sha256(convert_to('dataverket audit chain ' || number, 'UTF8')) FROM generate_series(1, 128) AS number;

-- An entry is its record: the text that is hashed. The other columns are there to find it by.
ALTER TABLE ${schema}.entry
    ADD COLUMN actor_id uuid,
    ADD COLUMN approval uuid,
    ADD COLUMN chain    int,
    ADD COLUMN position bigint,
    ADD COLUMN previous bytea,
    ADD COLUMN hash     bytea,
    ADD COLUMN record   text;

-- Entries from before there were chains become the beginning of the first one.
CREATE FUNCTION ${schema}.id_text(prefix text, id uuid) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT prefix || '_' || string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + substring(
               B'00' || ('x' || replace(id::text, '-', ''))::bit(128) FROM 5 * i + 1 FOR 5)::bit(5)::int, 1), '' ORDER BY i)
    FROM generate_series(0, 25) AS i WHERE id IS NOT NULL
$$;
DO $$
DECLARE
    old  ${schema}.entry;
    tip  ${schema}.chain;
    text text;
BEGIN
    SELECT * INTO tip FROM ${schema}.chain WHERE number = 1;
    FOR old IN SELECT * FROM ${schema}.entry ORDER BY at, id LOOP
        text := json_strip_nulls(json_build_object(
            'id', ${schema}.id_text('aud', old.id),
            'at', to_char(old.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'actor', old.actor, 'action', old.action, 'target', old.target, 'target_name', old.target_name,
            'tenant', ${schema}.id_text('tnt', old.tenant), 'project', ${schema}.id_text('prj', old.project),
            'environment', ${schema}.id_text('env', old.environment), 'request_id', old.request_id,
            'task', ${schema}.id_text('task', old.task), 'outcome', old.outcome, 'changes', '[]'::json))::text;
        UPDATE ${schema}.entry SET chain = 1, position = tip.length + 1, previous = tip.head,
            hash = sha256(tip.head || convert_to(text, 'UTF8')), record = text WHERE id = old.id;
        tip.head := sha256(tip.head || convert_to(text, 'UTF8'));
        tip.length := tip.length + 1;
    END LOOP;
    UPDATE ${schema}.chain SET length = tip.length, head = tip.head WHERE number = 1;
END $$;
DROP FUNCTION ${schema}.id_text;

ALTER TABLE ${schema}.entry
    ALTER COLUMN chain SET NOT NULL,
    ALTER COLUMN position SET NOT NULL,
    ALTER COLUMN previous SET NOT NULL,
    ALTER COLUMN hash SET NOT NULL,
    ALTER COLUMN record SET NOT NULL,
    ADD CONSTRAINT entry_place UNIQUE (chain, position);
CREATE INDEX entry_actor ON ${schema}.entry (actor, id DESC);
CREATE INDEX entry_approval ON ${schema}.entry (approval) WHERE approval IS NOT NULL;
CREATE INDEX entry_at ON ${schema}.entry USING brin (at);

-- What is written stays, and a chain only grows.
CREATE FUNCTION ${schema}.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is not changed, only added to' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE FUNCTION ${schema}.grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.number <> OLD.number OR NEW.length <> OLD.length + 1 THEN
        RAISE EXCEPTION 'a chain of the audit log grows by one' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.entry
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse();
CREATE TRIGGER chain_stays BEFORE INSERT OR DELETE OR TRUNCATE ON ${schema}.chain
    FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse();
CREATE TRIGGER chain_grows BEFORE UPDATE ON ${schema}.chain
    FOR EACH ROW EXECUTE FUNCTION ${schema}.grow();
REVOKE UPDATE, DELETE, TRUNCATE ON ${schema}.entry FROM CURRENT_USER;
REVOKE INSERT, DELETE, TRUNCATE ON ${schema}.chain FROM CURRENT_USER;
