CREATE TABLE external_identity (
    issuer     varchar(500) NOT NULL,
    subject    varchar(255) NOT NULL,
    user_id    bigint       NOT NULL REFERENCES users ON DELETE CASCADE,
    created_at timestamptz  NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX external_identity_user ON external_identity (user_id);

CREATE TABLE oidc_flow (
    state_hash   bytea PRIMARY KEY,
    browser_hash bytea       NOT NULL,
    nonce        text        NOT NULL,
    verifier     text        NOT NULL,
    next_page    text        NOT NULL,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX oidc_flow_end ON oidc_flow (expires_at);
