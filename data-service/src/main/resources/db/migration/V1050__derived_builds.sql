-- Chunks and previews that are being built, so that replicas do not build the same one twice.
CREATE TABLE derived_build (
    key        text PRIMARY KEY,
    holder     uuid        NOT NULL,
    expires_at timestamptz NOT NULL
);
