# Runs a command as root: as it is where we are root, else through sudo. Sourced.

can_be_root() { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; }

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif can_be_root; then
    sudo "$@"
  else
    echo "This needs root: run it as root, or install sudo." >&2
    return 1
  fi
}

# As as_root, but nothing comes after it: this program becomes that command.
become_root() {
  if [ "$(id -u)" = 0 ]; then
    exec "$@"
  fi
  as_root true
  exec sudo "$@"
}
