-- The source media of a task's data, written once when the data was processed and never changed.
CREATE TABLE media (
    data_id      bigint PRIMARY KEY,
    task_id      bigint  NOT NULL,
    request_id   bigint  NOT NULL,
    -- blobs that were derived for it; other blobs are those of the upload
    blob_folder  text    NOT NULL,
    kind         text    NOT NULL CHECK (kind IN ('IMAGES', 'VIDEO', 'POINT_CLOUDS')),
    source_count integer NOT NULL,
    video_name   text,
    video_index  jsonb,
    blob_keys    text[],
    part_lengths bigint[]
);
CREATE INDEX media_task ON media (task_id);

CREATE TABLE source_frame (
    data_id      bigint  NOT NULL REFERENCES media ON DELETE CASCADE,
    position     integer NOT NULL,
    name         text    NOT NULL,
    width        integer NOT NULL,
    height       integer NOT NULL,
    blob_keys    text[]  NOT NULL,
    part_lengths bigint[] NOT NULL,
    PRIMARY KEY (data_id, position)
);

CREATE TABLE related_file (
    data_id      bigint  NOT NULL REFERENCES media ON DELETE CASCADE,
    position     integer NOT NULL,
    number       integer NOT NULL,
    name         text    NOT NULL,
    blob_keys    text[]  NOT NULL,
    part_lengths bigint[] NOT NULL,
    PRIMARY KEY (data_id, position, number)
);
