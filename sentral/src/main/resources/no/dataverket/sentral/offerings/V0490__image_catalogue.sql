-- Whose signatures under image manifests are believed.
CREATE TABLE ${schema}.image_key (
    id          uuid PRIMARY KEY,
    name        text NOT NULL CONSTRAINT image_key_name UNIQUE,
    public_key  text NOT NULL,
    fingerprint text NOT NULL CONSTRAINT image_key_fingerprint UNIQUE,
    trusted_by  text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);

-- One row: what operators ask of images.
CREATE TABLE ${schema}.image_policy (
    one        int PRIMARY KEY DEFAULT 1 CHECK (one = 1),
    signatures text NOT NULL CHECK (signatures IN ('WHEN_KEYS_EXIST', 'REQUIRED', 'OPTIONAL')),
    generation bigint NOT NULL
);
INSERT INTO ${schema}.image_policy (signatures, generation) VALUES ('WHEN_KEYS_EXIST', 1);

-- Names that lead to one version of a family, and what they led to before.
CREATE TABLE ${schema}.image_channel (
    id         uuid PRIMARY KEY,
    family     text NOT NULL,
    channel    text NOT NULL,
    version    text NOT NULL,
    previous   text,
    generation bigint NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT image_channel_name UNIQUE (family, channel)
);
CREATE TABLE ${schema}.image_promotion (
    id          uuid PRIMARY KEY,
    channel     uuid NOT NULL REFERENCES ${schema}.image_channel (id) ON DELETE CASCADE,
    version     text NOT NULL,
    previous    text,
    revert      boolean NOT NULL,
    promoted_by text NOT NULL,
    reason      text,
    promoted_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX image_promotion_channel ON ${schema}.image_promotion (channel, id DESC);
