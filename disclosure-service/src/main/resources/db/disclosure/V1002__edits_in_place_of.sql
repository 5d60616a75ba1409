-- For whom the one who saved a text stood in then: they judge it no more than its writer does.
ALTER TABLE advisory_edit ADD COLUMN in_place_of text NOT NULL DEFAULT '';
