-- Ids of annotations, of elements of skeletons and of keyframes come from one sequence.
CREATE SEQUENCE annotation_id;

-- One row per tag, shape or track. What a list or a label deletion asks for are columns; keyframes and elements stand
-- with their object, points as the JSON text that goes out.
CREATE TABLE annotation (
    task_id    bigint   NOT NULL,
    job_id     bigint   NOT NULL,
    id         bigint   NOT NULL,
    kind       smallint NOT NULL,
    frame      integer  NOT NULL,
    label_id   bigint   NOT NULL,
    group_id   integer,
    source     text     NOT NULL,
    type       smallint,
    occluded   boolean,
    outside    boolean,
    z_order    integer,
    rotation   double precision,
    points     text,
    attributes text,
    parts      text,
    PRIMARY KEY (task_id, job_id, id)
) PARTITION BY HASH (task_id);

DO $$
BEGIN
    FOR part IN 0..15 LOOP
        EXECUTE format('CREATE TABLE annotation_%s PARTITION OF annotation FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part);
    END LOOP;
END $$;

CREATE INDEX annotation_label ON annotation (label_id, task_id);

-- Every save of a job is a revision. The ids it removed are kept: an id comes back only where it once was.
CREATE TABLE annotation_revision (
    job_id    bigint      NOT NULL,
    revision  bigint      NOT NULL,
    task_id   bigint      NOT NULL,
    user_id   bigint      NOT NULL,
    kind      text        NOT NULL,
    created   integer     NOT NULL,
    updated   integer     NOT NULL,
    deleted   integer     NOT NULL,
    removed   bigint[]    NOT NULL,
    saved_at  timestamptz NOT NULL,
    PRIMARY KEY (job_id, revision)
);

CREATE TABLE annotation_head (
    job_id   bigint PRIMARY KEY,
    task_id  bigint NOT NULL,
    revision bigint NOT NULL
);
CREATE INDEX annotation_head_task ON annotation_head (task_id);
