-- Invitations that wait for an answer. An address is kept no longer than that: what is accepted, taken back or over is deleted.
CREATE TABLE invitation (
    id              uuid        PRIMARY KEY,
    organization_id uuid        NOT NULL REFERENCES organization,
    email           text        NOT NULL,
    rights          text[]      NOT NULL CHECK (rights <@ ARRAY['owner', 'editor', 'signatory', 'viewer'] AND rights <> '{}'),
    secret_hash     bytea       NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    invited_by      text,
    -- null when it was the operator, whose invitations hold without being a member
    inviter         uuid
);
CREATE UNIQUE INDEX invitation_by_address ON invitation (organization_id, lower(email));
CREATE INDEX invitation_by_end ON invitation (expires_at);
