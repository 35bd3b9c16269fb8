-- Whoever changes a request, those who watch it hear of it when the change is committed.
CREATE FUNCTION tell_request_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('limn_request', COALESCE(NEW.id, OLD.id)::text);
    RETURN NULL;
END $$;

CREATE TRIGGER request_changed AFTER INSERT OR UPDATE OR DELETE ON request
    FOR EACH ROW EXECUTE FUNCTION tell_request_change();

CREATE INDEX request_project ON request (project_id) WHERE project_id IS NOT NULL;
