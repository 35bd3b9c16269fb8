-- What clients report of their users' work.
CREATE TABLE client_event (
    received_at timestamptz NOT NULL,
    user_id     bigint      NOT NULL,
    scope       text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    event       jsonb       NOT NULL
) PARTITION BY RANGE (received_at);
CREATE TABLE client_event_all PARTITION OF client_event DEFAULT;
CREATE INDEX client_event_time ON client_event (occurred_at);
