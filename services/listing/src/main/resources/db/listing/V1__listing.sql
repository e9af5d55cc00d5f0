-- Offers and demands: content as its owner states it, standing beside it.
CREATE TABLE listing (
    id           uuid        PRIMARY KEY,
    kind         text        NOT NULL CHECK (kind IN ('offer', 'demand')),
    owner_id     uuid        NOT NULL,
    reference    text,
    status       text        NOT NULL CHECK (status IN ('draft', 'published', 'paused', 'withdrawn', 'expired')),
    version      bigint      NOT NULL CHECK (version > 0),
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    published_at timestamptz,
    expires_at   timestamptz,
    content      jsonb       NOT NULL,
    digest       uuid        NOT NULL -- MD5 of the content as written, to see whether an import changes it
);
CREATE UNIQUE INDEX listing_by_reference ON listing (kind, owner_id, reference) WHERE reference IS NOT NULL;
CREATE INDEX listing_by_owner ON listing (owner_id, kind, id);
CREATE INDEX listing_feed ON listing (kind, id) WHERE status <> 'draft';
CREATE INDEX listing_due ON listing (expires_at) WHERE status IN ('published', 'paused');

-- What this service knows of organizations, from their events.
CREATE TABLE known_organization (
    id      uuid   PRIMARY KEY,
    version bigint NOT NULL,
    roles   text[] NOT NULL
);
CREATE TABLE known_identifier (
    scheme          text NOT NULL,
    identifier      text NOT NULL,
    organization_id uuid NOT NULL REFERENCES known_organization (id) ON DELETE CASCADE,
    PRIMARY KEY (scheme, identifier)
);
CREATE INDEX known_identifier_by_organization ON known_identifier (organization_id);

-- Bulk imports: the checkpoint is the number of records settled and the hash chained over them.
CREATE TABLE import (
    id         uuid        PRIMARY KEY,
    key        text        NOT NULL UNIQUE,
    kind       text        NOT NULL CHECK (kind IN ('offers', 'demands')),
    publish    boolean     NOT NULL,
    status     text        NOT NULL CHECK (status IN ('running', 'completed')),
    records    bigint      NOT NULL DEFAULT 0,
    created    bigint      NOT NULL DEFAULT 0,
    revised    bigint      NOT NULL DEFAULT 0,
    unchanged  bigint      NOT NULL DEFAULT 0,
    refused    bigint      NOT NULL DEFAULT 0,
    bytes      bigint      NOT NULL DEFAULT 0,
    chain      text        NOT NULL DEFAULT '',
    started_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE import_refusal (
    import_id uuid   NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    line      bigint NOT NULL,
    reference text,
    field     text   NOT NULL,
    expected  text   NOT NULL,
    received  text,
    PRIMARY KEY (import_id, line)
);
