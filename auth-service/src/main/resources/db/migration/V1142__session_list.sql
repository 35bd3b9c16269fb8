ALTER TABLE user_session
    ADD COLUMN id           bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN address      varchar(200) NOT NULL DEFAULT '',
    ADD COLUMN user_agent   varchar(300) NOT NULL DEFAULT '';
UPDATE user_session SET last_used_at = renewed_at;
