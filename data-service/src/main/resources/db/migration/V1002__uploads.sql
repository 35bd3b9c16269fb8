-- Files that clients send, each a list of parts. The order of ids is the upload order.
CREATE TABLE upload (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    collection text        NOT NULL,
    file_id    text UNIQUE,
    name       text        NOT NULL,
    length     bigint      NOT NULL CHECK (length >= 0),
    received   bigint      NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND length),
    complete   boolean     NOT NULL DEFAULT FALSE,
    writer     uuid,
    user_id    bigint      NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    touched_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX upload_name ON upload (collection, name) WHERE complete;
CREATE INDEX upload_collection ON upload (collection, id);
CREATE INDEX upload_stale ON upload (touched_at) WHERE NOT complete;

CREATE TABLE upload_part (
    upload_id bigint NOT NULL REFERENCES upload ON DELETE CASCADE,
    start     bigint NOT NULL,
    length    bigint NOT NULL CHECK (length > 0),
    blob_key  text   NOT NULL,
    PRIMARY KEY (upload_id, start)
);
