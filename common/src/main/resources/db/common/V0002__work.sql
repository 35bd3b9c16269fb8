-- Background work. A row is taken under a lease; its attempt number grows each time, and only the last attempt may write.
CREATE TABLE work (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    work_key text NOT NULL,
    payload jsonb NOT NULL,
    provenance jsonb NOT NULL DEFAULT '{}',
    state text NOT NULL DEFAULT 'queued'
        CHECK (state IN ('queued', 'running', 'finished', 'failed', 'cancelled')),
    priority integer NOT NULL DEFAULT 0,
    attempt integer NOT NULL DEFAULT 0,
    -- ordinary failures, after which it is tried again
    failures integer NOT NULL DEFAULT 0,
    -- workers that fell silent while they had it
    deaths integer NOT NULL DEFAULT 0,
    owner uuid,
    lease_until timestamptz,
    not_before timestamptz NOT NULL DEFAULT now(),
    created timestamptz NOT NULL DEFAULT now(),
    ended timestamptz,
    message text
);

CREATE UNIQUE INDEX work_unfinished ON work (kind, work_key) WHERE state IN ('queued', 'running');
CREATE INDEX work_queued ON work (kind, priority DESC, id) WHERE state = 'queued';
CREATE INDEX work_leased ON work (kind, lease_until) WHERE state = 'running';
CREATE INDEX work_ended ON work (ended) WHERE ended IS NOT NULL;
