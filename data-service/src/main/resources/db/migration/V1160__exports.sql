-- Files that exports have written. Exports of the same content share one.
CREATE TABLE export_file (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    content      text        NOT NULL UNIQUE,
    folder       text        NOT NULL,
    blob_keys    text[]      NOT NULL,
    part_lengths bigint[]    NOT NULL,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX export_file_expiry ON export_file (expires_at);

-- Which file a request has, and the name it is to have where it is stored.
CREATE TABLE export_result (
    request_id bigint PRIMARY KEY REFERENCES request ON DELETE CASCADE,
    file_id    bigint NOT NULL REFERENCES export_file ON DELETE CASCADE,
    name       text   NOT NULL
);
CREATE INDEX export_result_file ON export_result (file_id);
