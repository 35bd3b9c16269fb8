-- A row is void once one of password_version, last_login and email is no more that of its user.
CREATE TABLE password_reset (
    token_hash       bytea PRIMARY KEY,
    user_id          bigint       NOT NULL REFERENCES users ON DELETE CASCADE,
    password_version integer      NOT NULL,
    last_login       timestamptz,
    email            varchar(254) NOT NULL,
    expires_at       timestamptz  NOT NULL
);
CREATE INDEX password_reset_user ON password_reset (user_id);
CREATE INDEX password_reset_end ON password_reset (expires_at);
