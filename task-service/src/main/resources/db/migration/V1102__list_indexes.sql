-- Lists count and page what is not deleted without looking at the rows themselves.
DROP INDEX task_owner, task_assignee, task_project, task_organization, project_owner, project_assignee, project_organization;
CREATE INDEX task_live ON task (id) WHERE deleted_at IS NULL;
CREATE INDEX task_owner ON task (owner_id, id) INCLUDE (deleted_at);
CREATE INDEX task_assignee ON task (assignee_id, id) INCLUDE (deleted_at);
CREATE INDEX task_project ON task (project_id, id) INCLUDE (deleted_at);
CREATE INDEX task_organization ON task (organization_id, id) INCLUDE (deleted_at);
CREATE INDEX task_status ON task (status, id) WHERE deleted_at IS NULL;
CREATE INDEX task_name ON task (name COLLATE "C") WHERE deleted_at IS NULL;
CREATE INDEX project_live ON project (id) WHERE deleted_at IS NULL;
CREATE INDEX project_owner ON project (owner_id, id) INCLUDE (deleted_at);
CREATE INDEX project_assignee ON project (assignee_id, id) INCLUDE (deleted_at);
CREATE INDEX project_organization ON project (organization_id, id) INCLUDE (deleted_at);
CREATE INDEX project_name ON project (name COLLATE "C") WHERE deleted_at IS NULL;
