-- Organizations: what they say of themselves as a document, and beside it what is searched by.
CREATE TABLE organization (
    id           uuid        PRIMARY KEY,
    version      bigint      NOT NULL CHECK (version > 0),
    verification text        NOT NULL CHECK (verification IN ('none', 'identifier', 'documents')),
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    city         text,
    zone         text,
    roles        text[]      NOT NULL,
    content      jsonb       NOT NULL
);
CREATE INDEX organization_by_city ON organization (city, id);
CREATE INDEX organization_by_zone ON organization (zone, id);
CREATE INDEX organization_by_role ON organization USING gin (roles);

-- An identifier belongs to one organization. It is claimed before the organization's row is there, hence the deferral.
CREATE TABLE organization_identifier (
    scheme          text NOT NULL,
    id              text NOT NULL,
    organization_id uuid NOT NULL REFERENCES organization DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (scheme, id)
);
CREATE INDEX organization_identifier_by_organization ON organization_identifier (organization_id);
