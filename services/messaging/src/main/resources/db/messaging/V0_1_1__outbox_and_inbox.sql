-- What has happened but is not yet known to be on Kafka. Rows are deleted once acknowledged.
CREATE TABLE outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lane         smallint    NOT NULL,
    topic        text        NOT NULL,
    aggregate_id uuid        NOT NULL,
    event_id     uuid        NOT NULL,
    type         text        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    payload      text        NOT NULL
);
CREATE INDEX outbox_by_lane ON outbox (lane, id);

-- One row per lane: locked by the relay that publishes the lane.
CREATE TABLE outbox_lane (
    lane smallint PRIMARY KEY
);
INSERT INTO outbox_lane SELECT generate_series(0, 15);

-- What each consumer has handled.
CREATE TABLE inbox (
    consumer   text        NOT NULL,
    event_id   uuid        NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id)
);
CREATE INDEX inbox_by_age ON inbox (handled_at);
