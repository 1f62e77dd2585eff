# What the launch scripts share. Sourced by them; `dv` has exported JAVA_HOME.
repo=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
state=${DV_STATE:-/var/lib/dataverket}
cache=${DV_CACHE:-/var/cache/dataverket}
: "${JAVA_HOME:?run this through ./dv, which finds the JDK}"
export JAVA_HOME

say() { printf '%s\n' "$*"; }

fail() {
    printf 'dv: %s\n' "$1" >&2
    [ $# -lt 2 ] || printf '  hint: %s\n' "$2" >&2
    exit 1
}

# Prints the pid of the server that runs on the state directory, if one does.
server_pid() {
    local pid
    pid=$(cat "$state/server.pid" 2>/dev/null) || return 1
    [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 1
    tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q 'no\.dataverket\.server\.Main' || return 1
    printf '%s\n' "$pid"
}
