-- The history of annotations is kept as intervals: each version of an object says since which revision of its job it
-- holds, and when it goes it moves to annotation_past, with the revision that took it away. Any revision is then one
-- query over two tables, nothing is replayed, and a save costs the space of what it changes.
ALTER TABLE annotation ADD COLUMN since bigint NOT NULL DEFAULT 0;

CREATE TABLE annotation_past (
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
    since      bigint   NOT NULL,
    until      bigint   NOT NULL
) PARTITION BY HASH (task_id);

DO $$
BEGIN
    FOR part IN 0..15 LOOP
        EXECUTE format('CREATE TABLE annotation_past_%s PARTITION OF annotation_past FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part);
    END LOOP;
END $$;

CREATE INDEX annotation_past_until ON annotation_past (task_id, job_id, until);

-- The oldest revision that can still be read; 0 is the empty job.
ALTER TABLE annotation_head ADD COLUMN oldest bigint NOT NULL DEFAULT 0;
UPDATE annotation_head SET oldest = revision;

-- What one act does to the jobs of a task is one change set. Acts of the system have no user.
CREATE SEQUENCE annotation_change_set;
ALTER TABLE annotation_revision ADD COLUMN change_set bigint NOT NULL DEFAULT nextval('annotation_change_set');
ALTER TABLE annotation_revision ALTER COLUMN removed SET DEFAULT '{}';
ALTER TABLE annotation_revision ALTER COLUMN user_id DROP NOT NULL;
CREATE INDEX annotation_revision_task ON annotation_revision (task_id, change_set);
CREATE INDEX annotation_revision_saved ON annotation_revision (saved_at);

-- What a job answers, compressed, as of a revision. Only kept for large jobs, and only ever a copy.
CREATE TABLE annotation_snapshot (
    job_id   bigint      NOT NULL,
    revision bigint      NOT NULL,
    part     integer     NOT NULL,
    task_id  bigint      NOT NULL,
    bytes    bytea       NOT NULL,
    made_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (job_id, revision, part)
);
ALTER TABLE annotation_snapshot ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX annotation_snapshot_task ON annotation_snapshot (task_id);

-- Takes many ids at once, one after the other: the lock is held for microseconds, never until a transaction ends.
CREATE FUNCTION take_annotation_ids(wanted integer) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    first bigint;
BEGIN
    PERFORM pg_advisory_lock(6021160);
    first := nextval('annotation_id');
    IF wanted > 1 THEN
        PERFORM setval('annotation_id', first + wanted - 1);
    END IF;
    PERFORM pg_advisory_unlock(6021160);
    RETURN first;
END $$;
