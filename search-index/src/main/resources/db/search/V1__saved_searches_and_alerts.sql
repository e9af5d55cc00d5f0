-- Searches somebody keeps. A search alerts of what enters the market after "since".
CREATE TABLE saved_search (
    id          uuid        PRIMARY KEY,
    owner_id    uuid        NOT NULL,
    version     bigint      NOT NULL CHECK (version > 0),
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    since       timestamptz NOT NULL,
    revision    bigint      NOT NULL,
    name        text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('offers', 'demands', 'matches')),
    parameters  jsonb       NOT NULL,
    demand_id   uuid,
    least_score double precision,
    language    text        NOT NULL,
    digest_zone text,
    digest_hour smallint    CHECK (digest_hour BETWEEN 0 AND 23),
    CHECK ((kind = 'matches') = (demand_id IS NOT NULL AND least_score IS NOT NULL)),
    CHECK ((digest_zone IS NULL) = (digest_hour IS NULL))
);
CREATE INDEX saved_search_by_owner ON saved_search (owner_id, id);
CREATE INDEX saved_search_by_revision ON saved_search (revision);
CREATE UNIQUE INDEX saved_search_by_demand ON saved_search (demand_id);

-- What was deleted, for those who hold the searches in memory.
CREATE TABLE removed_search (
    id         uuid        PRIMARY KEY,
    revision   bigint      NOT NULL,
    removed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX removed_search_by_revision ON removed_search (revision);
CREATE INDEX removed_search_by_age ON removed_search (removed_at);

-- Which change of the searches is the last. Whoever changes one has this row alone; whoever raises alerts shares it, so
-- that a search was either there when a listing entered the market, or was saved after that.
CREATE TABLE search_revision (
    one  boolean PRIMARY KEY DEFAULT true CHECK (one),
    last bigint  NOT NULL
);
INSERT INTO search_revision (last) VALUES (0);

-- The offers and demands that were ever in the market: when each entered it, and when it is to be matched again.
CREATE TABLE listing (
    id                   uuid        PRIMARY KEY,
    kind                 text        NOT NULL CHECK (kind IN ('offers', 'demands')),
    owner_id             uuid,
    version              bigint      NOT NULL,
    open                 boolean     NOT NULL,
    published_at         timestamptz,
    entered_at           timestamptz,
    organization_version bigint      NOT NULL DEFAULT 0,
    told_at              timestamptz NOT NULL,
    due_at               timestamptz,
    attempts             integer     NOT NULL DEFAULT 0
);
CREATE INDEX listing_due ON listing (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX listing_by_owner ON listing (owner_id);

CREATE TABLE organization (
    id      uuid   PRIMARY KEY,
    version bigint NOT NULL
);

-- A listing a search has met: raised as an alert, or seen before it could be. Once for each pair, whatever comes again.
CREATE TABLE alert (
    id         uuid        PRIMARY KEY,
    search_id  uuid        NOT NULL REFERENCES saved_search ON DELETE CASCADE,
    listing_id uuid        NOT NULL,
    owner_id   uuid        NOT NULL,
    raised_at  timestamptz,
    seen_at    timestamptz,
    daily      boolean     NOT NULL DEFAULT false,
    digest_id  uuid,
    score      double precision,
    listing    jsonb,
    UNIQUE (search_id, listing_id),
    CHECK (raised_at IS NOT NULL OR seen_at IS NOT NULL),
    CHECK ((raised_at IS NULL) = (listing IS NULL))
);
CREATE INDEX alert_by_owner ON alert (owner_id, id DESC) WHERE raised_at IS NOT NULL;
CREATE INDEX alert_unseen ON alert (owner_id) WHERE raised_at IS NOT NULL AND seen_at IS NULL;
CREATE INDEX alert_for_digest ON alert (search_id, raised_at)
    WHERE daily AND digest_id IS NULL AND raised_at IS NOT NULL AND seen_at IS NULL;

-- The digests that were due: one for each owner, local hour and day.
CREATE TABLE digest (
    id         uuid        PRIMARY KEY,
    owner_id   uuid        NOT NULL,
    zone       text        NOT NULL,
    hour       smallint    NOT NULL,
    day        date        NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (owner_id, zone, hour, day)
);
