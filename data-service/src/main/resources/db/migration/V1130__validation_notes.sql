-- What earlier steps of an upload said about validation frames; gone when the task's data is made.
CREATE TABLE validation_note (
    task_id    bigint PRIMARY KEY,
    parameters text        NOT NULL,
    noted_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX validation_note_noted_at ON validation_note (noted_at);
