# Finds the JDK 25 that Escale is built and run with: JAVA_HOME, then /usr/lib/jvm. Sourced.

jdk25() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ] && grep -qs '^JAVA_VERSION="25' "$home/release"; then
      printf '%s\n' "$home"
      return
    fi
  done
  echo "A JDK 25 is needed: install Debian's openjdk-25-jdk-headless where it exists (Debian 13), or Temurin 25 from https://adoptium.net, then set JAVA_HOME to it." >&2
  return 1
}
