-- The answer given to a creating request, by the key its caller chose. Written in the transaction of the effect.
CREATE TABLE idempotency_key (
    scope       text        NOT NULL,
    key         text        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    fingerprint bytea       NOT NULL CHECK (length(fingerprint) = 32),
    status      integer     NOT NULL CHECK (status BETWEEN 200 AND 399),
    location    text,
    etag        text,
    body        bytea,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (scope, key)
);

CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);
