-- Acts are numbered and chained after their transaction has committed (ADR 0104, 0206). A row without a number waits for
-- the sealer; rows from before this migration do so too. The hash of the detail stays when the detail goes.
ALTER TABLE audit_entry
    ADD COLUMN detail_hash bytea,
    ADD COLUMN sequence    bigint,
    ADD COLUMN chain_hash  bytea,
    ADD CONSTRAINT audit_sealed_whole CHECK ((sequence IS NULL) = (chain_hash IS NULL));
UPDATE audit_entry SET detail_hash = sha256(coalesce(sealed_detail, ''::bytea));
ALTER TABLE audit_entry ALTER COLUMN detail_hash SET NOT NULL;
CREATE UNIQUE INDEX audit_chain ON audit_entry (sequence) WHERE sequence IS NOT NULL;
CREATE INDEX audit_unsealed ON audit_entry (position) WHERE sequence IS NULL;

CREATE TABLE audit_checkpoint (
    number     bigint PRIMARY KEY,
    service    text        NOT NULL,
    sequence   bigint      NOT NULL,
    chain_hash bytea       NOT NULL,
    count      bigint      NOT NULL,
    at         timestamptz NOT NULL,
    previous   bytea       NOT NULL,
    kid        text        NOT NULL,
    signature  text        NOT NULL
);

-- A second fence, against mistakes and against whoever has only this service's rights and does not think of it. The
-- proof does not rest on it: whoever owns the tables can take it away, and the verifier finds what was done then.
CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'acts on record are not removed' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.position, NEW.actor, NEW.action, NEW.subject, NEW.at, NEW.content_hash, NEW.detail_hash)
        IS DISTINCT FROM (OLD.position, OLD.actor, OLD.action, OLD.subject, OLD.at, OLD.content_hash, OLD.detail_hash)
        OR (OLD.sequence IS NOT NULL
            AND (NEW.sequence, NEW.chain_hash) IS DISTINCT FROM (OLD.sequence, OLD.chain_hash))
        OR (NEW.sealed_detail IS NOT NULL AND NEW.sealed_detail IS DISTINCT FROM OLD.sealed_detail) THEN
        RAISE EXCEPTION 'acts on record are not changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_stays();
CREATE TRIGGER audit_entry_not_emptied BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();

CREATE FUNCTION audit_checkpoint_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'checkpoints are neither changed nor removed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_checkpoint_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION audit_checkpoint_stays();

-- A replica that is still the one from before says no hash of the detail.
CREATE FUNCTION audit_entry_completed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.detail_hash := sha256(coalesce(NEW.sealed_detail, ''::bytea));
    RETURN NEW;
END $$;
CREATE TRIGGER audit_entry_completed BEFORE INSERT ON audit_entry
    FOR EACH ROW WHEN (NEW.detail_hash IS NULL) EXECUTE FUNCTION audit_entry_completed();
