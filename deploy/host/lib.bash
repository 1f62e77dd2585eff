# Shared by prepare and stop: the daemons prepare started itself, remembered as "pid start-time" so
# that a number the kernel has given to another process since is never taken for ours.
# shellcheck shell=bash

state=${DV_HOST_STATE:-/run/dataverket/host}

fail() {
    printf '%s: %s\n' "${0##*/}" "$1" >&2
    [[ -z ${2:-} ]] || printf '  hint: %s\n' "$2" >&2
    exit 1
}

# started_at PID: when the kernel started it, in clock ticks since boot; fails when it is gone.
started_at() {
    local stat fields
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    # The command name, field 2, may hold blanks and parentheses: count from the last one.
    read -ra fields <<<"${stat##*) }"
    printf '%s\n' "${fields[19]}"
}

# our_pid NAME: the pid of the daemon if prepare started it and it still runs.
our_pid() {
    local pid start
    read -r pid start 2>/dev/null <"$state/$1" || return 1
    [[ $(started_at "$pid") == "$start" ]] || return 1
    printf '%s\n' "$pid"
}
