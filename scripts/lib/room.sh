# Starts and removes a room: server, station, and all that is around them. Sourced after jdk.sh and sudo.sh.

room_dir=/var/lib/escale-room
rehearsal_dir=$PWD/target/room

is_rehearsal() { [[ " $* " == *" --rehearsal "* ]]; }

# True while a program holds the lock beside this folder.
room_is_open() {
  local inode
  inode=$(stat -c %i "$1.lock" 2>/dev/null) && grep -q ":$inode " /proc/locks
}

leave_open_room_alone() {
  ! room_is_open "$1" || { echo "A room is open on this machine already. Stop it first (Ctrl+C)." >&2; exit 1; }
}

# Before anything is installed or built: the classes of a room that runs are not to be built anew under it.
ready_for_room() {
  leave_open_room_alone "$room_dir"
  leave_open_room_alone "$rehearsal_dir"
  is_rehearsal "$@" || can_be_root \
    || { echo "A station needs root. Run this as root, install sudo, or try it without: scripts/run --rehearsal" >&2; exit 1; }
}

# As root, with the caller's display; a rehearsal as the caller. Becomes the room, so that a signal reaches it.
room() {
  local jdk become=become_root
  jdk="$(jdk25)"
  ! is_rehearsal "$@" || become=exec
  $become env DISPLAY="${DISPLAY:-}" XAUTHORITY="${XAUTHORITY:-$HOME/.Xauthority}" PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 \
    "$jdk/bin/java" -XX:+UseSerialGC -Xmx256m -cp "scripts/tour/target/classes:scripts/tour/target/lib/*" \
    org.escale.tour.TourMain "$@"
}

room_was_here() {
  [ -e "$room_dir" ] || [ -e "$room_dir.lock" ] || [ -e /run/escale ] || getent passwd | grep -q ":made by Escale:"
}

# Needs nothing built.
clean() {
  leave_open_room_alone "$rehearsal_dir"
  if [ -e "$rehearsal_dir" ]; then
    scripts/lib/clean-room "$rehearsal_dir"
  fi
  rm -rf "$rehearsal_dir.lock" "$rehearsal_dir.driver"
  is_rehearsal "$@" || clean_machine
  echo "Everything that the room made on this machine is removed."
}

clean_machine() {
  leave_open_room_alone "$room_dir"
  room_was_here || return 0
  as_root scripts/lib/clean-room "$room_dir"
  as_root provisioning/station/remove-users
  as_root rm -rf "$room_dir.lock" "$room_dir.driver"
}
