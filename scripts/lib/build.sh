# Builds the programs. Sourced after jdk.sh.

build() {
  JAVA_HOME="$(jdk25)" mvn -q -B package -DskipTests -Descale.without-tests=true
}

# A measure that needs no room, in a Java like the server's. MEASURE [WORD...]: the words, if any, are the command that runs it.
measure() {
  local name=$1
  shift
  "$@" "$(jdk25)/bin/java" -XX:+UseParallelGC -Xmx512m --enable-native-access=ALL-UNNAMED \
    -cp "scripts/measure/target/classes:scripts/measure/target/lib/*" org.escale.measure.MeasureMain "$name"
}

# The same on a disk that takes 10 ms longer to make a write durable.
measure_on_slow_disk() {
  measure "$1" strace -f -qq --seccomp-bpf -o /dev/null \
    -e trace=fsync,fdatasync -e inject=fsync,fdatasync:delay_exit=10000
}
