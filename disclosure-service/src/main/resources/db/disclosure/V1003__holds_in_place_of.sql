-- For whom the one who holds an advisory stood in then: they release it no more than its holder does.
ALTER TABLE advisory ADD COLUMN held_in_place_of text[];
