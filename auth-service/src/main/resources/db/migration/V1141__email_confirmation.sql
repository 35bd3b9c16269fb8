-- One per address: a new mail makes the key of the one before void.
CREATE TABLE email_confirmation (
    address    varchar(254) PRIMARY KEY CHECK (address = lower(address)),
    user_id    bigint      NOT NULL REFERENCES users ON DELETE CASCADE,
    key_hash   bytea       NOT NULL UNIQUE,
    sent_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX email_confirmation_user ON email_confirmation (user_id);
