-- Background requests as clients see them. A later request of the same identifier replaces an ended one under a new number.
CREATE TABLE request (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rq_id             text        NOT NULL UNIQUE,
    status            text        NOT NULL CHECK (status IN ('reserved', 'queued', 'started', 'finished', 'failed')),
    action            text        NOT NULL,
    target            text        NOT NULL,
    target_id         bigint,
    subresource       text,
    format            text,
    lightweight       boolean,
    private           boolean     NOT NULL,
    user_id           bigint      NOT NULL,
    username          text        NOT NULL,
    organization_id   bigint,
    organization_slug text,
    project_id        bigint,
    task_id           bigint,
    job_id            bigint,
    message           text        NOT NULL DEFAULT '',
    progress          double precision NOT NULL DEFAULT 0,
    work_id           bigint,
    result_path       text,
    result_id         bigint,
    created_date      timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_date      timestamptz,
    finished_date     timestamptz,
    expiry_date       timestamptz
);
CREATE INDEX request_user ON request (user_id, created_date DESC);
CREATE INDEX request_task ON request (task_id);
CREATE INDEX request_expiry ON request (expiry_date) WHERE expiry_date IS NOT NULL;
