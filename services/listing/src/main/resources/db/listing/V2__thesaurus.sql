-- How many additions the thesaurus has beside its files. One row: who publishes an addition locks it first.
CREATE TABLE thesaurus (
    single  boolean PRIMARY KEY DEFAULT true CHECK (single),
    version bigint  NOT NULL CHECK (version >= 0)
);
INSERT INTO thesaurus (version) VALUES (0);

-- What operators propose to add; what was published is part of the thesaurus.
CREATE TABLE thesaurus_proposal (
    id                uuid        PRIMARY KEY,
    version           bigint      NOT NULL CHECK (version > 0),
    status            text        NOT NULL CHECK (status IN ('proposed', 'published', 'rejected')),
    kind              text        NOT NULL CHECK (kind IN ('concept', 'extension')),
    concept           text        NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    reason            text        NOT NULL,
    rejection         text,
    thesaurus_version bigint      UNIQUE,
    addition          jsonb       NOT NULL,
    CHECK ((status = 'rejected') = (rejection IS NOT NULL)),
    CHECK ((status = 'published') = (thesaurus_version IS NOT NULL))
);
-- a concept comes into being once
CREATE UNIQUE INDEX thesaurus_proposal_of_concept ON thesaurus_proposal (concept)
    WHERE kind = 'concept' AND status <> 'rejected';
CREATE INDEX thesaurus_proposal_by_status ON thesaurus_proposal (status, id);
