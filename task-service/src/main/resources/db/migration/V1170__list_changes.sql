-- Whoever has counted a list need not count again before something changes. The sum of the numbers of a table grows with
-- each transaction that changes what lists look at, and is seen together with the change. A transaction takes a row that
-- no other holds and adds one when there is none: writers never wait for each other here.
CREATE TABLE list_change (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    table_name text   NOT NULL,
    number     bigint NOT NULL
) WITH (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
CREATE INDEX list_change_table ON list_change (table_name);
INSERT INTO list_change (table_name, number)
SELECT unnest(ARRAY['project', 'task', 'job', 'person', 'label', 'issue', 'issue_comment']), 1;

CREATE FUNCTION note_list_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE list_change SET number = number + 1
    WHERE id = (SELECT id FROM list_change WHERE table_name = TG_TABLE_NAME
                LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED);
    IF NOT FOUND THEN
        INSERT INTO list_change (table_name, number) VALUES (TG_TABLE_NAME, 1);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER list_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON project
    FOR EACH STATEMENT EXECUTE FUNCTION note_list_change();
CREATE TRIGGER list_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON task
    FOR EACH STATEMENT EXECUTE FUNCTION note_list_change();
-- Each save moves the date of a job: what goes by that date is not remembered.
CREATE TRIGGER list_change
    AFTER INSERT OR DELETE OR TRUNCATE
        OR UPDATE OF id, task_id, segment_id, parent_job_id, type, stage, state, status, assignee_id ON job
    FOR EACH STATEMENT EXECUTE FUNCTION note_list_change();
CREATE TRIGGER list_change AFTER DELETE OR TRUNCATE OR UPDATE OF username ON person
    FOR EACH STATEMENT EXECUTE FUNCTION note_list_change();
CREATE TRIGGER list_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON label
    FOR EACH STATEMENT EXECUTE FUNCTION note_list_change();
CREATE TRIGGER list_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON issue
    FOR EACH STATEMENT EXECUTE FUNCTION note_list_change();
CREATE TRIGGER list_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON issue_comment
    FOR EACH STATEMENT EXECUTE FUNCTION note_list_change();

-- Lists of what belongs to jobs look at the few tasks that are deleted.
CREATE INDEX task_trashed ON task (id) WHERE deleted_at IS NOT NULL;

-- Each way by which a reader sees tasks and projects is counted without looking at the rows themselves.
DROP INDEX task_live, task_owner, task_assignee, task_project, project_owner, project_assignee;
CREATE INDEX task_live ON task (id) INCLUDE (organization_id) WHERE deleted_at IS NULL;
CREATE INDEX task_owner ON task (owner_id, id) INCLUDE (deleted_at, organization_id);
CREATE INDEX task_assignee ON task (assignee_id, id) INCLUDE (deleted_at, organization_id);
CREATE INDEX task_project ON task (project_id, id) INCLUDE (deleted_at, organization_id);
CREATE INDEX project_owner ON project (owner_id, id) INCLUDE (deleted_at, organization_id);
CREATE INDEX project_assignee ON project (assignee_id, id) INCLUDE (deleted_at, organization_id);
