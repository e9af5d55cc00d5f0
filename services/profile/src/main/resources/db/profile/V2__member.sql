-- Who acts for an organization. A row stays when its account leaves, without rights, so that versions go on when it comes back.
CREATE TABLE member (
    id              uuid        PRIMARY KEY,
    version         bigint      NOT NULL CHECK (version > 0),
    organization_id uuid        NOT NULL REFERENCES organization,
    account_id      uuid        NOT NULL,
    rights          text[]      NOT NULL CHECK (rights <@ ARRAY['owner', 'editor', 'signatory', 'viewer']),
    since           timestamptz NOT NULL,
    changed_by      text,
    UNIQUE (organization_id, account_id)
);
CREATE INDEX member_by_account ON member (account_id, organization_id) WHERE rights <> '{}';

-- Whatever a program does: the last owner stays. Two owners that leave at once wait for each other at the organization's row.
CREATE FUNCTION member_keeps_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM organization WHERE id = OLD.organization_id FOR UPDATE;
    IF NOT EXISTS (SELECT FROM member WHERE organization_id = OLD.organization_id AND 'owner' = ANY (rights)) THEN
        RAISE EXCEPTION 'the last owner of organization % stays', OLD.organization_id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER member_keeps_an_owner AFTER UPDATE OR DELETE ON member
    FOR EACH ROW WHEN ('owner' = ANY (OLD.rights)) EXECUTE FUNCTION member_keeps_an_owner();
