-- What was done to accounts and rights. Users and organizations are named by number alone, without references: an entry
-- outlives them.
CREATE TABLE audit_entry (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    happened        timestamptz NOT NULL,
    act             varchar(64) NOT NULL,
    user_id         bigint,
    actor_id        bigint,
    organization_id bigint,
    access_token_id bigint,
    address         varchar(200),
    request_id      varchar(100),
    details         jsonb       NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_entry_happened ON audit_entry (happened);
CREATE INDEX audit_entry_user ON audit_entry (user_id, id DESC);
CREATE INDEX audit_entry_actor ON audit_entry (actor_id, id DESC);

CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'Audit entries are not changed';
END
$$;
CREATE TRIGGER audit_entry_is_final
    BEFORE UPDATE
    ON audit_entry
    FOR EACH ROW
EXECUTE FUNCTION refuse_change_of_audit();
