-- All that a search looks at stands in one text for each project, task and job, its fields apart by a control character,
-- in narrow tables: rows that change often do not drag this index along. Triggers keep it; a name that two transactions
-- change at the same moment may be found under the former one until the next change.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE project_search (
    project_id bigint PRIMARY KEY REFERENCES project ON DELETE CASCADE,
    terms      text NOT NULL
);
CREATE TABLE task_search (
    task_id bigint PRIMARY KEY REFERENCES task ON DELETE CASCADE,
    terms   text NOT NULL
);
CREATE TABLE job_search (
    job_id bigint PRIMARY KEY REFERENCES job ON DELETE CASCADE,
    terms  text NOT NULL
);

CREATE VIEW project_terms AS
SELECT p.id, p.owner_id, p.assignee_id, concat_ws(E'\x1f', p.name, o.username, a.username, p.status) AS terms
FROM project p LEFT JOIN person o ON o.id = p.owner_id LEFT JOIN person a ON a.id = p.assignee_id;

CREATE VIEW task_terms AS
SELECT t.id, t.project_id, t.owner_id, t.assignee_id,
       concat_ws(E'\x1f', t.name, p.name, o.username, a.username, t.status, t.subset, t.mode, t.dimension,
                 t.bug_tracker, t.validation_mode) AS terms
FROM task t LEFT JOIN project p ON p.id = t.project_id
    LEFT JOIN person o ON o.id = t.owner_id LEFT JOIN person a ON a.id = t.assignee_id;

CREATE VIEW job_terms AS
SELECT j.id, j.task_id, t.project_id, j.assignee_id,
       concat_ws(E'\x1f', t.name, p.name, a.username, j.state, j.stage) AS terms
FROM job j JOIN task t ON t.id = j.task_id LEFT JOIN project p ON p.id = t.project_id
    LEFT JOIN person a ON a.id = j.assignee_id;

INSERT INTO project_search SELECT id, terms FROM project_terms;
INSERT INTO task_search SELECT id, terms FROM task_terms;
INSERT INTO job_search SELECT id, terms FROM job_terms;

CREATE INDEX project_search_terms ON project_search USING gin (terms gin_trgm_ops);
CREATE INDEX task_search_terms ON task_search USING gin (terms gin_trgm_ops);
CREATE INDEX job_search_terms ON job_search USING gin (terms gin_trgm_ops);

CREATE FUNCTION search_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO project_search AS s SELECT id, terms FROM project_terms WHERE id = NEW.id
    ON CONFLICT (project_id) DO UPDATE SET terms = excluded.terms WHERE s.terms <> excluded.terms;
    IF TG_OP = 'UPDATE' AND NEW.name <> OLD.name THEN
        UPDATE task_search s SET terms = v.terms FROM task_terms v
        WHERE v.project_id = NEW.id AND s.task_id = v.id;
        UPDATE job_search s SET terms = v.terms FROM job_terms v
        WHERE v.project_id = NEW.id AND s.job_id = v.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER project_search AFTER INSERT OR UPDATE OF name, owner_id, assignee_id, status ON project
    FOR EACH ROW EXECUTE FUNCTION search_project();

CREATE FUNCTION search_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO task_search AS s SELECT id, terms FROM task_terms WHERE id = NEW.id
    ON CONFLICT (task_id) DO UPDATE SET terms = excluded.terms WHERE s.terms <> excluded.terms;
    IF TG_OP = 'UPDATE' AND (NEW.name <> OLD.name OR NEW.project_id IS DISTINCT FROM OLD.project_id) THEN
        UPDATE job_search s SET terms = v.terms FROM job_terms v WHERE v.task_id = NEW.id AND s.job_id = v.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER task_search
    AFTER INSERT OR UPDATE OF project_id, name, owner_id, assignee_id, status, subset, mode, dimension, bug_tracker,
        validation_mode ON task
    FOR EACH ROW EXECUTE FUNCTION search_task();

CREATE FUNCTION search_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO job_search AS s SELECT id, terms FROM job_terms WHERE id = NEW.id
    ON CONFLICT (job_id) DO UPDATE SET terms = excluded.terms WHERE s.terms <> excluded.terms;
    RETURN NULL;
END $$;
CREATE TRIGGER job_search AFTER INSERT OR UPDATE OF assignee_id, state, stage ON job
    FOR EACH ROW EXECUTE FUNCTION search_job();

CREATE FUNCTION search_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE project_search s SET terms = v.terms FROM project_terms v
    WHERE s.project_id = v.id AND (v.owner_id = NEW.id OR v.assignee_id = NEW.id);
    UPDATE task_search s SET terms = v.terms FROM task_terms v
    WHERE s.task_id = v.id AND (v.owner_id = NEW.id OR v.assignee_id = NEW.id);
    UPDATE job_search s SET terms = v.terms FROM job_terms v WHERE s.job_id = v.id AND v.assignee_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER person_search AFTER UPDATE OF username ON person
    FOR EACH ROW WHEN (NEW.username <> OLD.username) EXECUTE FUNCTION search_person();
