# Builds the programs, and runs the room with them. Sourced after jdk.sh and sudo.sh.

build() {
  JAVA_HOME="$(jdk25)" mvn -q -B package -DskipTests -Descale.without-tests=true
}

# As root, with the caller's display; a rehearsal as the caller.
room() {
  local jdk run=as_root
  jdk="$(jdk25)"
  [[ " $* " == *" --rehearsal "* ]] && run=
  $run env DISPLAY="${DISPLAY:-}" XAUTHORITY="${XAUTHORITY:-$HOME/.Xauthority}" PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 \
    "$jdk/bin/java" -XX:+UseSerialGC -Xmx256m -cp "scripts/tour/target/classes:scripts/tour/target/lib/*" \
    org.escale.tour.TourMain "$@"
}
