#!/bin/sh
# Measures an unpacked distribution: start-time.sh FOLDER JAVA_HOME... [-- OPTIONS OF StartTime.java]
# For each JDK: the JVM's own defaults, quick compilation only (c1), with an archive (cds), with an ahead-of-time
# cache (aot, JDK 25), both together, and bin/postern as it is shipped.
set -e
here=$(cd "$(dirname "$0")" && pwd)
folder=$(cd "$1" && pwd)
shift
jar=$folder/lib/postern.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
homes=
while [ $# -gt 0 ] && [ "$1" != -- ]; do homes="$homes $1"; shift; done
[ "$1" != -- ] || shift
for home in $homes; do
  n=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
  run="$home/bin/java -XX:+UseSerialGC -Xlog:disable"
  end="-jar '$jar' --port {port}"
  c1=-XX:TieredStopAtLevel=1
  "$home/bin/java" $c1 -XX:+UseSerialGC "-XX:ArchiveClassesAtExit=$work/$n.jsa" -cp "$jar" dev.postern.cli.Training \
    >/dev/null 2>&1
  JAVA_HOME=$home "$folder/bin/postern" archive >/dev/null
  set -- "$@" "$n plain=$home/bin/java -Xlog:disable $end" "$n serial gc=$run $end" "$n c1=$run $c1 $end" \
    "$n cds=$run -XX:SharedArchiveFile=$work/$n.jsa $end" "$n cds c1=$run $c1 -XX:SharedArchiveFile=$work/$n.jsa $end"
  if [ "$n" -ge 25 ]; then
    "$home/bin/java" $c1 -XX:+UseSerialGC "-XX:AOTCacheOutput=$work/$n.aot" -cp "$jar" dev.postern.cli.Training \
      >/dev/null 2>&1
    set -- "$@" "$n aot=$run -XX:AOTCache=$work/$n.aot $end" "$n aot c1=$run $c1 -XX:AOTCache=$work/$n.aot $end"
  fi
  set -- "$@" "$n as shipped=env JAVA_HOME=$home '$folder/bin/postern' serve --port {port}"
done
"${home}/bin/java" "$here/StartTime.java" "$@"
