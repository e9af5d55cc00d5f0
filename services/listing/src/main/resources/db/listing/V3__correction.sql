-- What authors say words mean or do not mean: all corrections of one language, form, concept and kind are a group.
CREATE TABLE correction_group (
    id         uuid        PRIMARY KEY,
    version    bigint      NOT NULL CHECK (version > 0),
    status     text        NOT NULL CHECK (status IN ('open', 'accepted', 'rejected')),
    language   text        NOT NULL,
    form       text        NOT NULL,
    concept    text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('added', 'denied')),
    updated_at timestamptz NOT NULL,
    reason     text,
    proposal   uuid        REFERENCES thesaurus_proposal,
    UNIQUE (language, form, concept, kind),
    CHECK ((status = 'open') = (reason IS NULL)),
    CHECK ((status = 'accepted') = (proposal IS NOT NULL))
);
CREATE INDEX correction_group_by_status ON correction_group (status, id);

CREATE TABLE correction (
    id           uuid        PRIMARY KEY,
    group_id     uuid        NOT NULL REFERENCES correction_group,
    organization uuid        NOT NULL,
    words        text        NOT NULL,
    context      text,
    created_at   timestamptz NOT NULL,
    -- an organization counts once
    UNIQUE (group_id, organization)
);
