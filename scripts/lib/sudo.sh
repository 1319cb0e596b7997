# Runs a command as root: as it is where we are root, else through sudo. Sourced.

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "This needs root: run it as root, or install sudo." >&2
    return 1
  fi
}
