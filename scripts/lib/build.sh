# Builds the programs. Sourced after jdk.sh.

build() {
  JAVA_HOME="$(jdk25)" mvn -q -B package -DskipTests -Descale.without-tests=true
}
