-- Buckets and containers that users have told of. Credentials are one encrypted text, with the name of its key.
CREATE TABLE cloud_storage (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provider_type       text        NOT NULL CHECK (provider_type IN
        ('AWS_S3_BUCKET', 'AZURE_CONTAINER', 'GOOGLE_CLOUD_STORAGE')),
    resource            text        NOT NULL,
    display_name        text        NOT NULL,
    credentials_type    text        NOT NULL CHECK (credentials_type IN
        ('KEY_SECRET_KEY_PAIR', 'ACCOUNT_NAME_TOKEN_PAIR', 'KEY_FILE_PATH', 'ANONYMOUS_ACCESS', 'CONNECTION_STRING')),
    secret              bytea,
    secret_key          text,
    specific_attributes text        NOT NULL DEFAULT '',
    description         text        NOT NULL DEFAULT '',
    manifests           text[]      NOT NULL DEFAULT '{}',
    owner_id            bigint,
    organization_id     bigint,
    created_at          timestamptz NOT NULL,
    updated_at          timestamptz NOT NULL,
    -- grows with each change
    revision            integer     NOT NULL DEFAULT 1
);
CREATE INDEX cloud_storage_owner ON cloud_storage (owner_id);
CREATE INDEX cloud_storage_organization ON cloud_storage (organization_id) WHERE organization_id IS NOT NULL;

-- The users who own some of them, as auth-service names them.
CREATE TABLE storage_owner (
    id         bigint PRIMARY KEY,
    username   text NOT NULL,
    first_name text NOT NULL,
    last_name  text NOT NULL
);

-- Where the objects are of which the data of a task is made; the keys of its files begin with "cloud:".
ALTER TABLE media ADD COLUMN cloud_storage_id bigint REFERENCES cloud_storage ON DELETE SET NULL;
CREATE INDEX media_cloud_storage ON media (cloud_storage_id) WHERE cloud_storage_id IS NOT NULL;
