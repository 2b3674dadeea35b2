# shellcheck shell=bash
# A start in half the time: the JDK's AOT cache holds classes as an earlier run loaded and linked them, and what the compilers
# learned of them. It is made once for each build and JDK by a run of its own that nobody sees, in the background of the first
# `up`: other ports, other data, the demo business at work. The cache is there whole or not at all; without it everything
# works as well, only later. Read by ./duespark, whose $APP, $TOOLS, read_options and with_sandbox it uses.

TRAINING=$TOOLS/training
trainer="" # the training run's process group

# Sets JAVA_OPTIONS, for a program that shares a small machine with its database; DUESPARK_JAVA_OPTS comes after them and wins.
# And CACHE, which is bound to the JDK and to these options; a new build has a directory of its own.
java_options() {
  JAVA_OPTIONS=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders
    -Xms64m -Xmx512m -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 -XX:ReservedCodeCacheSize=128m)
  CACHE=$APP/$(printf '%s' "${JAVA_OPTIONS[*]}" | cat "$JAVA_HOME/release" - | cksum | tr ' ' -).aot
}

# Begins when the program answers: the one that somebody waits for goes first.
train_in_background() { # port of the program
  if [ -f "$CACHE" ] || [ -z "${TEMPORAL_BIN:-}" ]; then return 0; fi
  set -m
  (
    until listens "$1"; do sleep 1; done
    train
  ) </dev/null >/dev/null 2>&1 &
  trainer=$!
  set +m
}

# It can be killed at any moment; what it leaves then, the next one removes.
stop_training() {
  [ -n "$trainer" ] || return 0
  kill -KILL -- "-$trainer" 2>/dev/null
  if [ "$(cat "$TRAINING/pid" 2>/dev/null)" = "$trainer" ]; then rm -rf "$TRAINING"; fi
}

listens() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

train() {
  local port
  if kill -0 "$(cat "$TRAINING/pid" 2>/dev/null)" 2>/dev/null; then return; fi # another `up` is at it
  rm -rf "$TRAINING" "$CACHE".new*
  mkdir -p "$TRAINING" && cd "$TRAINING" && sh -c 'echo $PPID' >pid || return # bash 3.2 does not say its subshell's pid
  renice -n 10 -p "$(cat pid)"
  port=$(free_ports) || return
  unset MAIL_PROVIDER POSTMARK_SERVER_TOKEN STRIPE_API_BASE
  read_options "--data=$TRAINING/data" "--port=$port" "--temporal-port=$((port + 1))" "--temporal-ui-port=$((port + 2))" \
    "--postgres-port=$((port + 3))" "--sandbox-port=$((port + 4))" "--smtp-port=$((port + 5))" "--metrics-port=$((port + 6))" \
    --duespark.demo=true
  with_sandbox
  # An environment of its own: no address and no key of the user's is for this run.
  env -i "PATH=$PATH" "HOME=$HOME" "DUESPARK_TEMPORAL_BIN=$TEMPORAL_BIN" "$JAVA_HOME/bin/java" "${JAVA_OPTIONS[@]}" \
    "-XX:AOTCacheOutput=$CACHE.new" '-Xlog:aot*=off' '-Xlog:cds*=off' \
    -jar "$APP/duespark.jar" "--duespark.data=$DATA" "${OPTIONS[@]}" >out 2>&1 &
  while kill -0 $! && ! grep -qs 'demo business is ' "$DATA/logs/duespark.log"; do sleep 1; done
  kill -TERM $!
  wait $!
  cd "$TOOLS" && rm -rf "$TRAINING"
  mv -f "$CACHE.new" "$CACHE"
}

free_ports() { # prints the first of seven ports that nobody listens on
  local first port
  for _ in 1 2 3 4 5 6 7 8 9; do
    first=$((20000 + RANDOM % 12000))
    for port in 0 1 2 3 4 5 6; do
      if listens $((first + port)); then continue 2; fi
    done
    printf '%s\n' "$first"
    return
  done
  return 1
}
