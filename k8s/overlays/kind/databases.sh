#!/bin/bash
# Runs once, in an empty PostgreSQL: a role and a database per service, and nobody else's hands in it.
set -euo pipefail
for service in intake triage release disclosure notifier; do
    psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username postgres --dbname postgres \
        -v service="$service" -v password="$(cat "/etc/hikeshi/postgresql/$service")" <<'SQL'
CREATE ROLE :"service" LOGIN PASSWORD :'password';
CREATE DATABASE :"service" OWNER :"service";
REVOKE ALL ON DATABASE :"service" FROM PUBLIC;
SQL
done
