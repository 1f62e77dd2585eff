-- Copies of volumes. The row of a removed one stays, so that a late command does not bring it back.
CREATE TABLE ${schema}.volume_snapshot (
    id         uuid PRIMARY KEY,
    -- Null where it was removed before it was made.
    volume     uuid,
    -- Whether all of it is there.
    taken      boolean NOT NULL DEFAULT false,
    removed    boolean NOT NULL DEFAULT false,
    generation bigint NOT NULL,
    task       uuid NOT NULL,
    epoch      bigint NOT NULL,
    CONSTRAINT volume_snapshot_removed CHECK (NOT removed OR NOT taken)
);
CREATE INDEX volume_snapshot_volume ON ${schema}.volume_snapshot (volume) WHERE NOT removed;
CREATE TABLE ${schema}.volume_backup (
    id           uuid PRIMARY KEY,
    volume       uuid,
    -- Null until all of it is there: size of the volume, what the copy takes, SHA-256 of its manifest.
    size_bytes   bigint,
    stored_bytes bigint,
    digest       text,
    removed      boolean NOT NULL DEFAULT false,
    generation   bigint NOT NULL,
    task         uuid NOT NULL,
    epoch        bigint NOT NULL,
    CONSTRAINT volume_backup_whole CHECK ((digest IS NULL) = (size_bytes IS NULL) AND (digest IS NULL) = (stored_bytes IS NULL)),
    CONSTRAINT volume_backup_removed CHECK (NOT removed OR digest IS NULL)
);
-- The task that restored the volume last: its command does not do so again, whenever it comes.
ALTER TABLE ${schema}.volume ADD COLUMN restored_by uuid;
