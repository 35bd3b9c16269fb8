-- The answers to requests with an Idempotency-Key, for a day. A row is written in the transaction of what the request did.
CREATE TABLE idempotency_key (
    user_id         bigint      NOT NULL,
    method          text        NOT NULL,
    path            text        NOT NULL,
    idempotency_key text        NOT NULL,
    digest          bytea       NOT NULL,
    status          integer     NOT NULL,
    location        text,
    body            bytea,
    created_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, method, path, idempotency_key)
);
CREATE INDEX idempotency_key_created ON idempotency_key (created_at);
