-- Who did what to what. The body is what is hashed, in canonical form (RFC 8785); all else is read from it, so that what is
-- searched cannot say otherwise than what is hashed.
CREATE TABLE audit_entry (
    body         text   NOT NULL,
    hash         text   NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    sequence     bigint NOT NULL GENERATED ALWAYS AS ((body::jsonb ->> 'sequence')::bigint) STORED PRIMARY KEY,
    instant      text COLLATE "C" NOT NULL GENERATED ALWAYS AS (body::jsonb ->> 'instant') STORED,
    action       text   NOT NULL GENERATED ALWAYS AS (body::jsonb #>> '{act,action}') STORED,
    subject      text   GENERATED ALWAYS AS (body::jsonb #>> '{act,actor,subject}') STORED,
    organization text   GENERATED ALWAYS AS (body::jsonb #>> '{act,actor,organization}') STORED,
    object_kind  text   NOT NULL GENERATED ALWAYS AS (body::jsonb #>> '{act,object,kind}') STORED,
    object_id    text   NOT NULL GENERATED ALWAYS AS (body::jsonb #>> '{act,object,id}') STORED
);
CREATE INDEX audit_entry_by_instant ON audit_entry (instant, sequence);
CREATE INDEX audit_entry_by_action ON audit_entry (action, sequence);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, sequence) WHERE subject IS NOT NULL;
CREATE INDEX audit_entry_by_organization ON audit_entry (organization, sequence) WHERE organization IS NOT NULL;
CREATE INDEX audit_entry_by_object ON audit_entry (object_kind, object_id, sequence);

-- The last entry, in one row: locked by who appends, so that the sequence has no gap and the chain no fork.
CREATE TABLE audit_head (
    only_one boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    chain    uuid        NOT NULL,
    sequence bigint      NOT NULL,
    hash     text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    instant  timestamptz NOT NULL
);
INSERT INTO audit_head (chain, sequence, hash, instant)
SELECT chain, 0, encode(sha256(convert_to(E'shuqiao audit chain 1\n' || chain::text, 'UTF8')), 'hex'), '-infinity'
FROM (SELECT gen_random_uuid() AS chain) AS begun;

-- The head at an instant, signed.
CREATE TABLE audit_checkpoint (
    line     text   NOT NULL,
    sequence bigint NOT NULL GENERATED ALWAYS AS ((line::jsonb #>> '{checkpoint,sequence}')::bigint) STORED PRIMARY KEY
);

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only: % of % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_checkpoint_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_head_is_one BEFORE INSERT OR DELETE OR TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_head_goes_on BEFORE UPDATE ON audit_head
    FOR EACH ROW WHEN (NEW.chain <> OLD.chain OR NEW.sequence <= OLD.sequence OR NEW.instant < OLD.instant)
    EXECUTE FUNCTION audit_refuse();
-- in sessions that call themselves a replica too
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_is_append_only;
ALTER TABLE audit_checkpoint ENABLE ALWAYS TRIGGER audit_checkpoint_is_append_only;
ALTER TABLE audit_head ENABLE ALWAYS TRIGGER audit_head_is_one;
ALTER TABLE audit_head ENABLE ALWAYS TRIGGER audit_head_goes_on;

-- Holds for an owner that is no superuser, until it grants itself the rights again.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, audit_checkpoint FROM PUBLIC, CURRENT_USER;
REVOKE INSERT, DELETE, TRUNCATE ON audit_head FROM PUBLIC, CURRENT_USER;
