-- Who runs the sagas. The epoch rises with every change of hands.
CREATE TABLE ${schema}.lease (
    single     boolean PRIMARY KEY DEFAULT true CHECK (single),
    epoch      bigint NOT NULL,
    holder     text NOT NULL,
    expires_at timestamptz NOT NULL
);
INSERT INTO ${schema}.lease (epoch, holder, expires_at) VALUES (0, '', '-infinity');

CREATE TABLE ${schema}.task (
    id               uuid PRIMARY KEY,
    kind             text NOT NULL,
    saga_version     int NOT NULL,
    state            text NOT NULL,
    tenant           uuid,
    project          uuid,
    environment      uuid,
    datacenter       text,
    target           text NOT NULL,
    target_name      text NOT NULL,
    generation       bigint NOT NULL,
    actor            text NOT NULL,
    request_id       text NOT NULL,
    correlation      text NOT NULL,
    traceparent      text,
    input            jsonb NOT NULL,
    cancel_requested boolean NOT NULL DEFAULT false,
    blocker          jsonb,
    error            jsonb,
    version          bigint NOT NULL DEFAULT 1,
    epoch            bigint NOT NULL DEFAULT 0,
    created_at       timestamptz NOT NULL DEFAULT now(),
    started_at       timestamptz,
    finished_at      timestamptz,
    deadline_at      timestamptz NOT NULL,
    -- When the engine looks at it next; NULL once it is final.
    wake_at          timestamptz,
    -- A state that says it waits or failed says for what or why.
    CHECK (state <> 'BLOCKED_DEPENDENCY' OR blocker IS NOT NULL),
    CHECK (state NOT IN ('FAILED', 'COMPENSATING', 'CANCELLED') OR error IS NOT NULL),
    CHECK ((wake_at IS NULL) = (state IN ('SUCCEEDED', 'FAILED', 'CANCELLED')))
);
CREATE INDEX task_wake ON ${schema}.task (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX task_tenant ON ${schema}.task (tenant, id DESC);
CREATE INDEX task_project ON ${schema}.task (project, id DESC);
CREATE INDEX task_target ON ${schema}.task (target, id DESC);

CREATE TABLE ${schema}.step (
    task          uuid NOT NULL REFERENCES ${schema}.task,
    position      int NOT NULL,
    name          text NOT NULL,
    title         text NOT NULL,
    service       text NOT NULL,
    state         text NOT NULL,
    attempts      int NOT NULL DEFAULT 0,
    execution     text,
    sends         int NOT NULL DEFAULT 0,
    heard_at      timestamptz,
    expires_at    timestamptz,
    started_at    timestamptz,
    finished_at   timestamptz,
    message       text,
    error         jsonb,
    result        jsonb,
    PRIMARY KEY (task, position)
);
