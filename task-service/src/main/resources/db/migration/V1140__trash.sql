-- When what is in the trash goes for good; until then it can be restored.
ALTER TABLE project ADD COLUMN purge_at timestamptz;
ALTER TABLE task ADD COLUMN purge_at timestamptz;

UPDATE project p SET purge_at = w.not_before FROM work w
WHERE p.deleted_at IS NOT NULL AND w.kind = 'project.purge' AND w.work_key = p.id::text AND w.state = 'queued';
UPDATE task t SET purge_at = p.purge_at FROM project p
WHERE t.deleted_at IS NOT NULL AND t.project_id = p.id AND p.deleted_at IS NOT NULL;
UPDATE task t SET purge_at = w.not_before FROM work w
WHERE t.deleted_at IS NOT NULL AND w.kind = 'task.purge' AND w.work_key = t.id::text AND w.state = 'queued';
