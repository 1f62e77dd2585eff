-- One version may be in several datacenters that this site looks after; null for those from before, which are in its own.
-- The manifest is kept to the letter too, as it is what a signature is of.
ALTER TABLE ${schema}.image
    DROP CONSTRAINT image_version,
    ADD COLUMN datacenter text,
    ADD COLUMN document   bytea,
    ADD COLUMN signature  bytea,
    ADD COLUMN signed_by  text,
    ADD CONSTRAINT image_version UNIQUE (datacenter, name, version);

-- What each version means. It outlives the image: a version never means anything else.
CREATE TABLE ${schema}.image_content (
    name    text NOT NULL,
    version text NOT NULL,
    digest  text NOT NULL,
    PRIMARY KEY (name, version)
);
INSERT INTO ${schema}.image_content (name, version, digest)
SELECT name, version, encode(sha256(convert_to(
           'architecture ' || (manifest ->> 'architecture') || E'\nformat ' || (manifest ->> 'format')
           || E'\nvirtual_size_bytes ' || (manifest ->> 'virtual_size_bytes')
           || E'\ncmdline ' || (manifest ->> 'cmdline') || E'\n'
           || 'disk ' || (manifest -> 'disk' ->> 'sha256') || ' ' || (manifest -> 'disk' ->> 'size_bytes') || E'\n'
           || coalesce('kernel ' || (manifest -> 'kernel' ->> 'sha256') || ' '
                       || (manifest -> 'kernel' ->> 'size_bytes') || E'\n'
                       || 'initrd ' || (manifest -> 'initrd' ->> 'sha256') || ' '
                       || (manifest -> 'initrd' ->> 'size_bytes') || E'\n', ''), 'UTF8')), 'hex')
FROM ${schema}.image WHERE NOT removing;
