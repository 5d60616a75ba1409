-- Where checkpoints go to the log, this says up to which one they did: a process that dies between signing and saying
-- leaves a checkpoint that the next cycle says, of whichever replica. Said twice is no harm.
CREATE TABLE audit_export (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    number bigint  NOT NULL
);
INSERT INTO audit_export (number) VALUES (0);

-- Nothing in this version erases a detail: a row whose detail is gone is a finding of the verifier, so no mistake may do it.
CREATE OR REPLACE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'acts on record are not removed' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.position, NEW.actor, NEW.action, NEW.subject, NEW.at, NEW.content_hash, NEW.detail_hash, NEW.sealed_detail)
        IS DISTINCT FROM (OLD.position, OLD.actor, OLD.action, OLD.subject, OLD.at, OLD.content_hash, OLD.detail_hash,
                          OLD.sealed_detail)
        OR (OLD.sequence IS NOT NULL
            AND (NEW.sequence, NEW.chain_hash) IS DISTINCT FROM (OLD.sequence, OLD.chain_hash)) THEN
        RAISE EXCEPTION 'acts on record are not changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
