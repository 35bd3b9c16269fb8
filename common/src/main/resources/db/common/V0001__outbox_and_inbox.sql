-- Events on their way to Kafka. A row leaves when the broker has acknowledged it.
CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id uuid NOT NULL,
    topic text NOT NULL,
    event_key text NOT NULL,
    slot smallint NOT NULL,
    type text NOT NULL,
    -- the whole event; null ends the state of a key in a compacted topic
    payload text,
    created timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Rows come and go by the thousand; without this the planner's idea of the table is always old.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 1000);

-- Ids of events that were applied, by handler.
CREATE TABLE inbox (
    handler text NOT NULL,
    event_id text NOT NULL,
    applied timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (handler, event_id)
);

CREATE INDEX inbox_applied ON inbox (applied);
