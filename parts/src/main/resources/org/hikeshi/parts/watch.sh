# sh -c "$(cat watch.sh)" <name> <pid file> <signal> <command> <words...>
# Runs the command as a child and asks it to end when standard input ends, which is when whoever started us is gone.
pidfile=$1 signal=$2
shift 2
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
echo "$child" >"$pidfile.new" && mv "$pidfile.new" "$pidfile"
trap 'kill -s "$signal" "$child" 2>/dev/null' TERM INT HUP
(
    exec >/dev/null 2>&1
    while read -r _ <&3; do :; done
    kill -s "$signal" "$child"
    tries=0
    while [ "$tries" -lt 20 ] && kill -0 "$child"; do
        sleep 1
        tries=$((tries + 1))
    done
    kill -s KILL "$child"
) &
watcher=$!
exec 3<&-
wait "$child"
status=$?
while kill -0 "$child" 2>/dev/null; do
    wait "$child"
    status=$?
done
kill "$watcher" 2>/dev/null
exit "$status"
