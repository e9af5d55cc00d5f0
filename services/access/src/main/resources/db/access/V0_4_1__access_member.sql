-- Where accounts are members, as the profile service told last. Who left stays without rights.
CREATE TABLE access_member (
    id              uuid   PRIMARY KEY,
    version         bigint NOT NULL CHECK (version > 0),
    account_id      uuid   NOT NULL,
    organization_id uuid   NOT NULL,
    roles           text[] NOT NULL,
    rights          text[] NOT NULL
);
CREATE INDEX access_member_by_account ON access_member (account_id, organization_id) WHERE rights <> '{}';
