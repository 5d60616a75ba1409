#!/bin/bash
# Makes a database and a role for each service; runs once, on an empty data folder. Passwords are files of the names of
# the services in HIKESHI_PASSWORDS.
set -euo pipefail
for service in intake triage release disclosure notifier; do
    psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres --no-psqlrc \
        -v name="$service" -v password="$(cat "$HIKESHI_PASSWORDS/$service")" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
