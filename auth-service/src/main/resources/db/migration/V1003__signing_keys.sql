CREATE TABLE signing_key (
    id          varchar(64) PRIMARY KEY,
    public_key  text        NOT NULL,
    sealed_key  text        NOT NULL,
    signs_from  timestamptz NOT NULL
);
