-- Blobs that may belong to nobody; a key that ends with a slash stands for all keys below it.
CREATE TABLE blob_intent (
    blob_key text COLLATE "C" PRIMARY KEY,
    due_at   timestamptz NOT NULL
);
CREATE INDEX blob_intent_due ON blob_intent (due_at);
