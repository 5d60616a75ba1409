-- When it was said that everybody affected has been told; only for what is owed to all affected customers at once.
ALTER TABLE obligation ADD COLUMN said_at timestamptz;
