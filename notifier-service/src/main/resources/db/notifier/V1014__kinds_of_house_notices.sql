-- A service says more than one kind of thing of itself; a row from before this is of the kind there was.
ALTER TABLE house_notice ADD COLUMN type text NOT NULL DEFAULT 'org.hikeshi.event-parked.v1';
