-- Which frames of a task are validation frames. In a task with honeypots they lie at its end and are shown once more
-- inside jobs: honeypots holds those places in ascending order, real_frames which validation frame each of them shows.
-- All frame numbers are relative to the task; the mode stands with the task, as lists filter by it.
CREATE TABLE validation_layout (
    task_id         bigint    PRIMARY KEY REFERENCES task ON DELETE CASCADE,
    frames_per_job  integer,
    frames          integer[] NOT NULL,
    disabled_frames integer[] NOT NULL DEFAULT '{}',
    honeypots       integer[] NOT NULL DEFAULT '{}',
    real_frames     integer[] NOT NULL DEFAULT '{}',
    CHECK (cardinality(honeypots) = cardinality(real_frames))
);
