#!/bin/sh
# Makes the AOT cache of the command line (JEP 514) by a rehearsal of the usual commands, where the jar or the JDK has
# changed since. Arguments: home of the JDK, the module's target directory.
set -eu
java_home=$1
target=$2
jar=$target/dv-flat.jar
cache=$target/dv.aot
stamp=$target/dv.aot.stamp

now="$java_home $(cksum <"$java_home/release") $(cksum <"$jar")"
if [ -f "$cache" ] && [ "$cache" -nt "$jar" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ]; then
    exit 0
fi
rm -f "$cache" "$stamp"
if ! log=$(HOME="$target/rehearsal" "$java_home/bin/java" -XX:AOTCacheOutput="$cache" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp "$jar" no.dataverket.cli.Rehearsal 2>&1); then
    echo "the rehearsal for the AOT cache failed:" >&2
    echo "$log" >&2
    exit 1
fi
echo "$now" >"$stamp"
